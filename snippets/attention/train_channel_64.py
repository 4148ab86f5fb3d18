"""训练程序：没有注意力，通道收到 64 个数，十个种子。

用时不到 120 秒，导入 PyTorch 另算。
"""

import torch

from fit import LENGTHS, accuracy, many

torch.set_num_threads(1)
# --8<-- [start:train]
import numpy as np

measured = {"accuracy": (accuracy, LENGTHS)}
found, _ = many(
    False, 600, range(10), measured, channel=64
)
np.savez("train_channel_64.npz", **found)
# --8<-- [end:train]
