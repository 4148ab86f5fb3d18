"""练习：打包以后的数据与各步的条数。"""

# --8<-- [start:pack]
import torch
from torch.nn.utils.rnn import pack_sequence

words = ["ab", "cdef", "g"]
rows = [
    torch.tensor([ord(c) for c in word])
    for word in words
]
packed = pack_sequence(rows, enforce_sorted=False)
data = "".join(chr(i) for i in packed.data)
print("data:", data)
print("batch_sizes:", packed.batch_sizes.tolist())
# --8<-- [end:pack]
