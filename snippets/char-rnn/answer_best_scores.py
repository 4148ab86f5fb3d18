"""正确字符的得分是 1、其余是 -1 时的概率与损失。"""

# --8<-- [start:best]
import torch
from torch.nn.functional import cross_entropy

scores = torch.tensor([[-1.0, -1.0, -1.0, 1.0]])
loss = cross_entropy(scores, torch.tensor([3]))
print(f"e^2 = {torch.tensor(2.0).exp().item():.4f}")
p = scores.softmax(dim=1)[0, 3]
print(f"概率:     {p.item():.4f}")
print(f"一步:     {loss.item():.4f}")
print(f"五步的和: {5 * loss.item():.4f}")
# --8<-- [end:best]
