"""练习：两条序列的标签，view(-1, 1) 与 view(-1, batch_size)。"""

import torch

# --8<-- [start:batch-of-two]
# ohlol 与 lolho 并排
pairs = torch.tensor([3, 2, 1, 3, 2, 2, 3, 1, 2, 3])
for batch_size in (1, 2):
    arranged = pairs.view(-1, batch_size)
    print(
        f"view(-1, {batch_size}): "
        f"{tuple(arranged.shape)}"
    )
    print(f"  第 1 步取出 {arranged[0].tolist()}")
# --8<-- [end:batch-of-two]
