"""训练程序：读 100 个字符的回忆，遗忘门与输入门不一起设的三种。

用时不到 240 秒，导入 PyTorch 另算。
"""

import numpy as np
import torch

from memory_task import accuracies, show

torch.set_num_threads(1)
# --8<-- [start:train]
settings = {
    "tanh 正交": (torch.nn.RNN, "正交"),
    "LSTM 遗忘 4": (torch.nn.LSTM, {1: 4}),
    "LSTM 输入 -4": (torch.nn.LSTM, {0: -4}),
}
found = accuracies(
    settings, length=100, steps=400, seeds=10
)
np.savez("train_hundred.npz", accuracy=found)
show(settings, found)
# --8<-- [end:train]
