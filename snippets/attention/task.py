"""倒写的题：输入、目标、解码器的输入。"""

# --8<-- [start:example]
import torch

from digits import make, shift, text

data = torch.Generator().manual_seed(0)
sources, targets = make([5, 3], data)
previous = shift(targets)
for rows in zip(
    sources, previous, targets, strict=True
):
    read, given, write = (text(row) for row in rows)
    print(f"读 {read}  给 {given}  写 {write}")
# --8<-- [end:example]
