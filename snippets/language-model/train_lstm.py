"""训练程序：LSTM，三个种子。

用时不到 120 秒，导入 PyTorch 另算。
"""

import numpy as np
import torch

from network import LanguageModel
from three_seeds import three_seeds


def make(vocab_size):
    return LanguageModel(torch.nn.LSTM, vocab_size)


arrays, _ = three_seeds(make)
np.savez("train_lstm.npz", **arrays)
