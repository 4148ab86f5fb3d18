"""练习：同一个 w 用了两次，它的梯度是两条路上的和。"""

# --8<-- [start:two-steps]
import torch

w = torch.tensor(2.0, requires_grad=True)
h_1 = w * 1
h_2 = w * h_1 + 3
loss = (h_2 - 5) ** 2
loss.backward()
print(
    f"h_1={h_1.item():.0f} h_2={h_2.item():.0f} "
    f"损失={loss.item():.0f}"
)
print(f"手算: {2 * (7 - 5) * (2 + 2 * 1)}")
print(f"backward: {w.grad.item():.0f}")
# --8<-- [end:two-steps]
