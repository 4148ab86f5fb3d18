"""手写的查表与 torch.nn.functional.one_hot 结果相同。"""

import torch

vocab_size = 4
x_data = [1, 0, 2, 2, 3]
one_hot_table = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
x_one_hot = [
    one_hot_table[index] for index in x_data
]

# --8<-- [start:same-as-torch]
from torch.nn.functional import one_hot

encoded = one_hot(
    torch.tensor(x_data), num_classes=vocab_size
)
print(
    f"encoded: shape={tuple(encoded.shape)}, "
    f"dtype={encoded.dtype}"
)
print(
    "与查表的结果相同: "
    f"{encoded.tolist() == x_one_hot}"
)
# --8<-- [end:same-as-torch]
