"""练习：漏了 zero_grad，第二步走到哪里。"""

# --8<-- [start:forgotten]
import torch

w = torch.tensor(3.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
for count in (1, 2):
    loss = (w * 2 - 10) ** 2
    loss.backward()
    optimizer.step()
    print(
        f"第 {count} 步: 梯度 {w.grad.item():.2f}，"
        f"w = {w.item():.2f}"
    )
# --8<-- [end:forgotten]
