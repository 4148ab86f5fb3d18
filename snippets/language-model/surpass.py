"""网页里的网络与数频率，同样的诗成对比。"""

from pathlib import Path

import numpy as np
import torch

from fit import held_out_loss
from network import from_eight_bits
from ngrams import all_baselines
from paired import compare
from writer import Writer

path = Path(__file__).with_name("train_writer.npz")
writer = from_eight_bits(Writer(), np.load(path))
writer.double().eval()

# --8<-- [start:compare]
own = held_out_loss(writer, "test").mean(1)
counted, _ = all_baselines()["位置与二元"]
lower = own < torch.from_numpy(counted)
print(f"网页里的网络 {own.mean().exp():.1f}")
print(f"位置与二元　 {np.exp(counted.mean()):.1f}")
print(compare(lower.tolist(), (~lower).tolist()))
# --8<-- [end:compare]
