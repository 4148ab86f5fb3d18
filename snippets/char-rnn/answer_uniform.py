"""得分全是 0 时的损失。"""

import torch

from hello import (
    batch_size,
    criterion,
    hidden_size,
    labels,
)

# --8<-- [start:all-zero]
zeros = torch.zeros(batch_size, hidden_size)
one_step = criterion(zeros, labels[0]).item()

print(
    f"四个概率: {zeros.softmax(dim=1)[0].tolist()}"
)
print(f"一步: {one_step:.4f}")
print(f"五步: {5 * one_step:.4f}")
# --8<-- [end:all-zero]
