"""瓶颈：读多长，交给解码器的都是 64 个数。"""

# --8<-- [start:shapes]
import torch

from digits import make
from network import Reverser

torch.manual_seed(0)
model = Reverser(attend=False)
data = torch.Generator().manual_seed(0)
for length in (3, 10, 15):
    sources, _ = make([length], data)
    states, last, _ = model.encode(sources)
    one, every = (
        tuple(last.shape),
        tuple(states.shape),
    )
    print(
        f"读 {length:2} 个: 最后 {one}，每步 {every}"
    )
# --8<-- [end:shapes]
