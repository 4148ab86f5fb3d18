"""训练时就没有掩码：同一条题，补多少，答案就不同。

用时不到 20 秒，导入 PyTorch 另算。
"""

# --8<-- [start:train]
import torch
from torch.nn.functional import pad

import network
from digits import PAD
from fit import fresh, train

torch.set_num_threads(1)
masked = network.attention


def unmasked(q, k, v, mask):
    """不管掩码，填充也看。"""
    return masked(q, k, v, torch.ones_like(mask))


steps, length = 150, 5
sources, targets = fresh(length)
for name, attention in [
    ("没有掩码", unmasked),
    ("有掩码", masked),
]:
    network.attention = attention
    print(
        f"{name}，整串对的：不补，补到 10，补到 20"
    )
    for seed in range(3):
        model = train(True, steps, seed)
        line = f"种子 {seed}:"
        for width in (length, 10, 20):
            padded = pad(
                sources,
                (0, width - length),
                value=PAD,
            )
            written = network.write(
                model, padded, length + 1
            )
            right = (written == targets).all(dim=1)
            line += f"  {right.float().mean():.3f}"
        print(line)
# --8<-- [end:train]
