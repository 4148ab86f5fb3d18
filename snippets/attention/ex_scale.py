"""练习：训练好的网络，把得分除以 8 或乘 8。"""

# --8<-- [start:scale]
from pathlib import Path

import numpy as np
import torch

import network
from digits import shift
from fit import accuracy, fresh, load

file = Path(__file__).with_name(
    "train_attention.npz"
)
model = load(np.load(file))
sources, targets = fresh(8)
plain = network.attention


def scaled(factor):
    """把查询乘一个数，得分就都乘这个数。"""

    def attention(q, k, v, mask):
        return plain(q * factor, k, v, mask)

    return attention


for factor in (1 / 8, 1, 8):
    network.attention = scaled(factor)
    with torch.no_grad():
        states, hidden, mask = model.encode(sources)
        _, _, weights = model.decode(
            shift(targets), hidden, states, mask
        )
    most = weights.max(dim=2).values.mean()
    forced, free, whole = accuracy(model, 8)
    print(
        f"乘 {factor:5}: 最大的权重平均 {most:.2f}，"
        f"自由 {free:.2f}，整串 {whole:.2f}"
    )
network.attention = plain
# --8<-- [end:scale]
