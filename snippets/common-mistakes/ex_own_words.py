"""练习：两个词长短不一，strict 与不 strict。"""

import torch

# 前面的模型不用改：词表的大小由数据算出。
from program import Model, criterion


# --8<-- [start:unequal-words]
def learn(source, target, strict):
    """训练 60 轮，返回写出的字符串。"""
    chars = sorted(set(source + target))
    rows = torch.tensor(
        [chars.index(char) for char in source]
    )
    steps = torch.eye(len(chars))[rows].view(
        -1, 1, len(chars)
    )
    answers = torch.tensor(
        [chars.index(char) for char in target]
    ).view(-1, 1)
    torch.manual_seed(0)
    model = Model(len(chars), len(chars))
    optimizer = torch.optim.Adam(
        model.parameters(), lr=0.1
    )
    for _ in range(60):
        optimizer.zero_grad()
        hidden = model.init_hidden(1)
        loss = 0
        written = ""
        for x, label in zip(
            steps, answers, strict=strict
        ):
            hidden = model(x, hidden)
            loss += criterion(hidden, label)
            index = hidden.argmax(dim=1).item()
            written += chars[index]
        loss.backward()
        optimizer.step()
    return written


try:
    learn(
        "循环神经网络", "神经网络讲义课", strict=True
    )
except ValueError as error:
    print(f"strict=True:\n  {error}")
written = learn(
    "循环神经网络", "神经网络讲义课", strict=False
)
print(f"strict=False: 写出 {written}")
# --8<-- [end:unequal-words]
