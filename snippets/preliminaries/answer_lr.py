"""练习：换学习率，三步之后 w 在哪里。"""

# --8<-- [start:learning-rates]
import torch

for lr in (0.1, 0.125, 0.25, 0.3):
    w = torch.tensor(3.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    path = []
    for _ in range(3):
        loss = (w * 2 - 10) ** 2
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        path.append(round(w.item(), 3))
    print(f"lr={lr}: {path}")
# --8<-- [end:learning-rates]
