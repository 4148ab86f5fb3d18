"""练习：四个得分都是 0，手算损失、梯度与走一步之后的得分。"""

# --8<-- [start:by-hand]
import torch
from torch.nn.functional import cross_entropy

scores = torch.zeros(1, 4, requires_grad=True)
loss = cross_entropy(scores, torch.tensor([3]))
loss.backward()
print(f"损失: {loss.item():.4f}")
print(f"梯度: {scores.grad.tolist()[0]}")
moved = scores.detach() - 1.0 * scores.grad
print(f"走一步之后: {moved.tolist()[0]}")
after = cross_entropy(moved, torch.tensor([3]))
print(f"新的损失: {after.item():.4f}")
# --8<-- [end:by-hand]
