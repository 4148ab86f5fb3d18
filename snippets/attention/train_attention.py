"""训练程序：有注意力的倒写，十个种子，留下种子 9。

用时不到 240 秒，导入 PyTorch 另算。
"""

import torch

from fit import (
    FAR,
    LENGTHS,
    SHORT,
    accuracy,
    given,
    many,
    padding,
    place,
    stops,
    to_eight_bits,
)

torch.set_num_threads(1)
# --8<-- [start:train]
import numpy as np

measured = {
    "accuracy": (accuracy, LENGTHS),
    "place": (place, FAR),
    "given": (given, FAR),
    "padding": (padding, SHORT),
    "stops": (stops, [15]),
}
found, last = many(True, 600, range(10), measured)
found |= to_eight_bits(last)
np.savez("train_attention.npz", **found)
# --8<-- [end:train]
