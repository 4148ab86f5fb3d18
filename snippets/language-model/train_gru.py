"""训练程序：GRU，三个种子；种子 0 的权重也存下。

用时不到 120 秒，导入 PyTorch 另算。
"""

# --8<-- [start:train]
import numpy as np
import torch

from network import LanguageModel, to_eight_bits
from three_seeds import three_seeds


def make(vocab_size):
    return LanguageModel(torch.nn.GRU, vocab_size)


arrays, model = three_seeds(make)
arrays |= to_eight_bits(model)
np.savez("train_gru.npz", **arrays)
# --8<-- [end:train]
