""".view 里的 -1：由元素总数除出来，除不尽就报错。"""

import torch

x_one_hot = [
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]

# --8<-- [start:inferred-length]
flat = torch.tensor(x_one_hot, dtype=torch.float32)
print(f"元素总数: {flat.numel()}")
print(
    "view(-1, 1, 4): "
    f"{tuple(flat.view(-1, 1, 4).shape)}"
)
for wrong in ((-1, 2, 4), (-1, -1, 4)):
    try:
        flat.view(wrong)
    except RuntimeError as error:
        print(f"view{wrong}: {type(error).__name__}")
        print(f"  {error}")
# --8<-- [end:inferred-length]
