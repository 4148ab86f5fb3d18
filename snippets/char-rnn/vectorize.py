"""把 hello 一步步变成张量，每一步都印出结果。"""

import torch

# 与 train.py 相同的值；页面上它们来自 train.py。
source, target = "hello", "ohlol"
vocab = sorted(set(source + target))
char_to_index = {char: index for index, char in enumerate(vocab)}
x_data = [char_to_index[char] for char in source]
y_data = [char_to_index[char] for char in target]
input_size, batch_size = len(vocab), 1

# --8<-- [start:vocabulary]
for char, index in char_to_index.items():
    print(f"{char} → {index}")
# --8<-- [end:vocabulary]

# --8<-- [start:indices]
print(f"{source} → {x_data}")
print(f"{target} → {y_data}")
# --8<-- [end:indices]

one_hot_table = [[int(i == k) for i in range(4)] for k in range(4)]
x_one_hot = [one_hot_table[index] for index in x_data]

# --8<-- [start:one-hot-vectors]
for char, vector in zip(source, x_one_hot, strict=True):
    print(f"{char} → {vector}")
print(f"input_size = {input_size}")
# --8<-- [end:one-hot-vectors]

inputs = torch.tensor(x_one_hot, dtype=torch.float32)
inputs = inputs.view(-1, batch_size, input_size)
labels = torch.tensor(y_data).view(-1, batch_size)

# --8<-- [start:shapes]
print(f"inputs:    shape={tuple(inputs.shape)}")
print(f"inputs[0]: shape={tuple(inputs[0].shape)}")
print(f"labels:    shape={tuple(labels.shape)}")
print(f"labels[0]: shape={tuple(labels[0].shape)}")
# --8<-- [end:shapes]
