"""同一个权重用两次，梯度是两条路之和：手算与 backward 比较。"""

# --8<-- [start:two-steps]
import torch

w = torch.tensor(2.0, requires_grad=True)
h1 = w * 3.0
h2 = w * h1
loss = (h2 - 10.0) ** 2
loss.backward()
print(f"h1 {h1.item():.0f}，h2 {h2.item():.0f}，损失 {loss.item():.0f}")
by_last, by_first = 2 * (12 - 10) * 6, 2 * (12 - 10) * 2 * 3
print(f"经过第二步 {by_last}，经过第一步 {by_first}，合起来 {by_last + by_first}")
print(f"backward 算出 {w.grad.item():.0f}")
# --8<-- [end:two-steps]
