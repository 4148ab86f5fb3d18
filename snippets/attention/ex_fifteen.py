"""练习：读 15 个，每步看的是第几个（种子 9）。"""

# --8<-- [start:steps]
from pathlib import Path

import numpy as np
import torch

from digits import shift
from fit import fresh, load

file = Path(__file__).with_name(
    "train_attention.npz"
)
model = load(np.load(file))
for length in (10, 15):
    sources, targets = fresh(length)
    with torch.no_grad():
        states, hidden, mask = model.encode(sources)
        _, _, weights = model.decode(
            shift(targets), hidden, states, mask
        )
    most = weights[:, :-1].argmax(dim=2)
    right = most == torch.arange(length).flip(0)
    print(f"读 {length} 个")
    print("写第几个  该看第几个  平均看  看对的")
    for t in range(length):
        looked = most[:, t].float().mean() + 1
        share = right[:, t].float().mean()
        print(
            f"{t + 1:4}        {length - t:2}"
            f"        {looked:4.1f}    {share:.2f}"
        )
# --8<-- [end:steps]
