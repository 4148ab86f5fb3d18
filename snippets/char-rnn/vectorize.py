"""把 hello 一步步变成张量，每一步都打印结果。"""

from hello import (
    char_to_index,
    input_size,
    inputs,
    labels,
    one_hot_table,
)
from hello import (
    source,
    target,
    x_data,
    x_one_hot,
    y_data,
)

# --8<-- [start:vocabulary]
for char, index in char_to_index.items():
    print(f"{char} → {index}")
# --8<-- [end:vocabulary]

# --8<-- [start:indices]
print(f"{source} → {x_data}")
print(f"{target} → {y_data}")
# --8<-- [end:indices]

# --8<-- [start:one-hot-vectors]
for index, vector in enumerate(one_hot_table):
    print(f"索引 {index} → {vector}")
for char, vector in zip(
    source, x_one_hot, strict=True
):
    print(f"{char} → {vector}")
print(f"input_size = {input_size}")
# --8<-- [end:one-hot-vectors]

# --8<-- [start:shapes]
print(f"inputs:    shape={tuple(inputs.shape)}")
print(f"inputs[0]: shape={tuple(inputs[0].shape)}")
print(f"labels:    shape={tuple(labels.shape)}")
print(f"labels[0]: shape={tuple(labels[0].shape)}")
# --8<-- [end:shapes]
