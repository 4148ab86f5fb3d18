"""练习：自己的数字串，训练好的网络写得对吗。"""

# --8<-- [start:own]
from pathlib import Path

import numpy as np
import torch

from digits import text
from fit import load
from network import write

file = Path(__file__).with_name(
    "train_attention.npz"
)
model = load(np.load(file))
for digits in ("20170612", "11111111", "12", "5"):
    source = torch.tensor([[int(d) for d in digits]])
    written = write(model, source, len(digits) + 3)
    print(f"读 {digits}，写 {text(written[0])}")
# --8<-- [end:own]
