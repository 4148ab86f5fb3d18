"""练习：损失是 w 的平方，清零与忘了清零各走三步。"""

# --8<-- [start:three-steps]
import torch

for clear in (True, False):
    w = torch.tensor(1.0, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    values = []
    for _ in range(4):
        if clear:
            optimizer.zero_grad()
        (w**2).backward()
        optimizer.step()
        values.append(round(w.item(), 4))
    print(f"{'清零' if clear else '忘了'}: {values}")
# --8<-- [end:three-steps]
