"""四个得分相等时的概率与损失。"""

# --8<-- [start:equal]
import torch

for logits in ([0.0, 0.0, 0.0, 0.0], [7.0, 7.0, 7.0, 7.0], [0.0, 0.0, 0.0, 9.0]):
    loss = torch.nn.functional.cross_entropy(torch.tensor([logits]), torch.tensor([3]))
    print(logits, f"{loss.item():.4f}")
# --8<-- [end:equal]
