"""练习：换成自己的一对词。"""

import torch
from torch.nn.functional import (
    cross_entropy,
    one_hot,
)


# --8<-- [start:learn]
def learn(source, target, num_epochs=60):
    """训练一个读 source、写 target 的模型，
    返回词表大小、写出的字符串和损失。"""
    vocab = sorted(set(source + target))
    x_data = [vocab.index(char) for char in source]
    labels = torch.tensor(
        [vocab.index(char) for char in target]
    )
    steps = one_hot(
        torch.tensor(x_data), len(vocab)
    ).float()
    torch.manual_seed(0)
    cell = torch.nn.RNNCell(len(vocab), len(vocab))
    optimizer = torch.optim.Adam(
        cell.parameters(), lr=0.1
    )
    for _ in range(num_epochs):
        optimizer.zero_grad()
        hidden = torch.zeros(len(vocab))
        loss = 0
        written = ""
        for x, label in zip(
            steps, labels, strict=True
        ):
            hidden = cell(x, hidden)
            loss += cross_entropy(hidden, label)
            written += vocab[hidden.argmax().item()]
        loss.backward()
        optimizer.step()
    return len(vocab), written, loss.item()


for source, target in (
    ("床前明月光", "疑是地上霜"),
    ("banana", "ananas"),
):
    size, written, loss = learn(source, target)
    print(
        f"{source} -> {written}，"
        f"词表 {size} 个字符，loss={loss:.2f}"
    )
# --8<-- [end:learn]
