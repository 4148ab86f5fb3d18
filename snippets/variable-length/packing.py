"""打包以后的数据：一步一步地排，各步有几条。"""

# --8<-- [start:pack]
import torch
from torch.nn.utils.rnn import (
    pack_padded_sequence,
    pad_packed_sequence,
)

table = torch.tensor(
    [
        [2, 1, 3, 3, 4],
        [2, 1, 0, 0, 0],
        [2, 4, 3, 1, 0],
    ]
)
lengths = torch.tensor([5, 2, 4])
packed = pack_padded_sequence(
    table,
    lengths,
    batch_first=True,
    enforce_sorted=False,
)
print("data:", packed.data.tolist())
print("batch_sizes:", packed.batch_sizes.tolist())
print(
    "原来的第几条:", packed.sorted_indices.tolist()
)
back, _ = pad_packed_sequence(
    packed, batch_first=True
)
print("拆包得回原表:", torch.equal(back, table))
# --8<-- [end:pack]

# --8<-- [start:sorted]
import textwrap

try:
    pack_padded_sequence(
        table, lengths, batch_first=True
    )
except RuntimeError as error:
    print(textwrap.fill(str(error), 52))
# --8<-- [end:sorted]
