"""一个 w 用了三次：三份贡献，与 backward、与把 w 挪一点比较。"""

# --8<-- [start:one-w]
import torch

w = torch.tensor(2.0, requires_grad=True)
hidden = 0
for step in (1, 2, 3):
    hidden = w * hidden + 1
    print(f"h_{step} = {hidden.item():.0f}")
loss = (hidden - 4) ** 2
loss.backward()
print(f"损失 {loss.item():.0f}，梯度 {w.grad:.0f}")
# --8<-- [end:one-w]

# --8<-- [start:copies]
copies = [
    torch.tensor(2.0, requires_grad=True)
    for _ in range(3)
]
hidden = 0
for copy in copies:
    hidden = copy * hidden + 1
loss = (hidden - 4) ** 2
loss.backward()
for step, copy in enumerate(copies, start=1):
    print(f"第 {step} 步用的 w: {copy.grad:.0f}")
# --8<-- [end:copies]


# --8<-- [start:nudge]
def loss_at(w):
    hidden = 0
    for _ in range(3):
        hidden = w * hidden + 1
    return (hidden - 4) ** 2


change = (loss_at(2.0001) - loss_at(2)) / 0.0001
print(f"w 挪 0.0001，损失变它的 {change:.2f} 倍")
# --8<-- [end:nudge]
