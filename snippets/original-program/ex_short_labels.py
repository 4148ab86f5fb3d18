"""练习：标签少写一个，原笔记的循环不报错。"""

import torch
from torch.nn.functional import cross_entropy

# 页面上这些名字来自原笔记的程序。
idx2char = ["e", "h", "l", "o"]
inputs = torch.eye(4)[[1, 0, 2, 2, 3]].view(-1, 1, 4)
labels = torch.tensor([3, 1, 2, 3, 2]).view(-1, 1)

# --8<-- [start:four-labels]
for given in (labels, labels[:4]):
    torch.manual_seed(3332505980)
    rnncell = torch.nn.RNNCell(4, 4)
    hidden, loss, written = torch.zeros(1, 4), 0, ""
    for x, label in zip(inputs, given, strict=False):
        hidden = rnncell(x, hidden)
        loss += cross_entropy(hidden, label)
        written += idx2char[hidden.argmax().item()]
    print(
        f"{len(given)} 个标签: 写出 {written}，"
        f"loss={loss.item():.4f}"
    )
# --8<-- [end:four-labels]
