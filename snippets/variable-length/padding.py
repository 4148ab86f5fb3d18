"""三个词填成一张表，掩码说哪些格是真的。"""

# --8<-- [start:pad]
import torch
from torch.nn.utils.rnn import pad_sequence

vocab = "·ehlo"  # 0 号留给填充
words = ["hello", "he", "hole"]
rows = [
    torch.tensor([vocab.index(c) for c in word])
    for word in words
]
lengths = torch.tensor([len(row) for row in rows])
table = pad_sequence(rows, batch_first=True)
steps = torch.arange(table.shape[1])
mask = steps < lengths[:, None]
print(table)
print(mask.long())
print(
    f"真的 {mask.sum()} 格，一共 {mask.numel()} 格"
)
# --8<-- [end:pad]
