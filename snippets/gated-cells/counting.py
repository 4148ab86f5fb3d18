"""aⁿbⁿ 的结果成对地比：LSTM 与 GRU 谁连续对到的 n 更大。"""

# --8<-- [start:pairs]
from pathlib import Path

import numpy as np

from paired import p_value

file = Path(__file__).with_name("train_counting.npz")
longest = np.load(file)
for a, b in [("LSTM", "GRU"), ("GRU", "RNN")]:
    more = (longest[a] > longest[b]).sum().item()
    less = (longest[a] < longest[b]).sum().item()
    p = p_value(more, less)
    print(
        f"{a} 比 {b}: 更长 {more}，更短 {less}，"
        f"p = {p:.4f}"
    )
# --8<-- [end:pairs]
