"""zip 每次交出一步输入和一步标签；长短不齐时 strict 报错。"""

import torch

vocab = ["e", "h", "l", "o"]
input_size = hidden_size = len(vocab)
batch_size = 1
x_data = [1, 0, 2, 2, 3]
y_data = [3, 1, 2, 3, 2]
inputs = torch.eye(input_size)[x_data].view(
    -1, batch_size, input_size
)
labels = torch.tensor(y_data).view(-1, batch_size)

# --8<-- [start:first-pair]
x, label = next(zip(inputs, labels, strict=True))
print(
    f"x:     shape={tuple(x.shape)}，值 {x.tolist()}"
)
print(
    f"label: shape={tuple(label.shape)}，"
    f"值 {label.tolist()}"
)

short = labels[:4]
pairs = list(zip(inputs, short, strict=False))
print(f"strict=False: 走 {len(pairs)} 步")
try:
    list(zip(inputs, short, strict=True))
except ValueError as error:
    print(f"strict=True:\n  {error}")
# --8<-- [end:first-pair]
