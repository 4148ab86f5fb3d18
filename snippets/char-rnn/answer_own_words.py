"""换成自己的词：几个字符，第几轮头一次写对，最后写对没有。"""

# --8<-- [start:own-words]
import torch
from torch.nn.functional import cross_entropy


def learn(source, target, num_epochs=300):
    """照主程序的设置（种子 0、Adam、
    0.1）训练，返回每一轮写出的。"""
    vocab = sorted(set(source + target))
    size = len(vocab)
    inputs = torch.eye(size)[
        [vocab.index(char) for char in source]
    ]
    labels = torch.tensor(
        [vocab.index(char) for char in target]
    )
    torch.manual_seed(0)
    cell = torch.nn.RNNCell(size, size)
    optimizer = torch.optim.Adam(
        cell.parameters(), lr=0.1
    )
    written = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        hidden = torch.zeros(1, size)
        loss = 0
        predicted = ""
        for step in range(len(source)):
            hidden = cell(
                inputs[step : step + 1], hidden
            )
            loss += cross_entropy(
                hidden, labels[step : step + 1]
            )
            index = hidden.argmax(dim=1).item()
            predicted += vocab[index]
        loss.backward()
        optimizer.step()
        written.append(predicted)
    return written


pairs = [
    ("banana", "ananas"),
    ("春眠不觉晓", "处处闻啼鸟"),
    ("aaaaaa", "abcabc"),
]
for source, target in pairs:
    written = learn(source, target)
    first = (
        written.index(target) + 1
        if target in written
        else "没有"
    )
    size = len(set(source + target))
    print(
        f"{source} → {target}: "
        f"{size} 个不同的字符，头一次写对的轮: {first}"
    )
    print(
        "  最后 100 轮写过: "
        f"{sorted(set(written[-100:]))}"
    )
# --8<-- [end:own-words]
