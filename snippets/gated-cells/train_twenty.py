"""训练程序：读 20 个字符的回忆，七种设置，各 10 个种子。

用时不到 60 秒，导入 PyTorch 另算。
"""

import torch

from cells import SETTINGS
from memory_task import accuracies, show

torch.set_num_threads(1)
# --8<-- [start:train]
import numpy as np

found = accuracies(
    SETTINGS, length=20, steps=200, seeds=10
)
np.savez("train_twenty.npz", accuracy=found)
show(SETTINGS, found)
# --8<-- [end:train]
