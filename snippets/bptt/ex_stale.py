"""练习：裁剪在 zero_grad 与 backward 之前，裁的是上一步的梯度。"""

# --8<-- [start:stale]
import torch

clip = torch.nn.utils.clip_grad_norm_
for late in (False, True):
    w = torch.tensor([1.0, 2.0], requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    for _ in range(3):
        loss = (w**2).sum()
        before = w.detach().clone()
        if late:
            norm = clip([w], max_norm=1.0)
        optimizer.zero_grad()
        loss.backward()
        if not late:
            norm = clip([w], max_norm=1.0)
        optimizer.step()
        moved = (w.detach() - before).norm()
        print(
            f"打印 {norm.item():.2f}，"
            f"走了 {moved.item():.2f}"
        )
    print("---")
# --8<-- [end:stale]
