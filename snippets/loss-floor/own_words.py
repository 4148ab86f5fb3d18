"""练习：换成自己的两行字，先算下限，再训练，有、无输出层各一次。"""

# --8<-- [start:own-words]
import math

import torch
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)
source, target = "春眠不觉晓", "处处闻啼鸟"
vocab = sorted(set(source + target))
size = len(vocab)
inputs = torch.eye(size)[
    [vocab.index(char) for char in source]
]
labels = torch.tensor(
    [vocab.index(char) for char in target]
)
floor = len(target) * math.log(
    1 + (size - 1) * math.exp(-2)
)
print(
    f"{size} 个字符，没有输出层，"
    f"{len(target)} 步之和的下限: {floor:.4f}"
)

for output_layer in (False, True):
    torch.manual_seed(0)
    rnn = torch.nn.RNN(size, size)
    last = (
        torch.nn.Linear(size, size)
        if output_layer
        else torch.nn.Identity()
    )
    parameters = [
        *rnn.parameters(),
        *last.parameters(),
    ]
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    for _ in range(300):
        optimizer.zero_grad()
        z = last(rnn(inputs)[0])
        loss = cross_entropy(
            z, labels, reduction="sum"
        )
        loss.backward()
        optimizer.step()
    written = "".join(
        vocab[i] for i in z.argmax(dim=1).tolist()
    )
    name = (
        "有输出层" if output_layer else "没有输出层"
    )
    print(
        f"{name}: 第 300 轮 {loss.item():.4f}，"
        f"写出 {written}"
    )
# --8<-- [end:own-words]
