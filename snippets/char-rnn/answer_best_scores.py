"""正确字符的得分是 1、其余是 -1 时的概率与损失。"""

# --8<-- [start:best]
import torch

scores = torch.tensor([[-1.0, -1.0, -1.0, 1.0]])
loss = torch.nn.functional.cross_entropy(scores, torch.tensor([3])).item()
print(f"e^2 = {torch.tensor(2.0).exp().item():.4f}")
print(f"概率:     {scores.softmax(dim=1)[0, 3].item():.4f}")
print(f"一步:     {loss:.4f}")
print(f"五步的和: {5 * loss:.4f}")
# --8<-- [end:best]
