"""练习：改好三处错误的程序。"""

import torch

# 主程序的数据、模型与损失函数。
from program import (
    Model,
    criterion,
    inputs,
    labels,
    vocab,
)

# --8<-- [start:mended]
torch.manual_seed(3332505980)
model = Model(4, 4)
optimizer = torch.optim.Adam(
    model.parameters(), lr=0.1
)
for _ in range(15):
    optimizer.zero_grad()  # 原来没有这一行
    # 原来写在 for 外面
    hidden = model.init_hidden(1)
    loss = 0
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        hidden = model(x, hidden)
        # 原来写着 .item()
        loss += criterion(hidden, label)
        index = hidden.argmax(dim=1).item()
        predicted += vocab[index]
    loss.backward()
    optimizer.step()
print(
    f"第 15 轮: {predicted}, loss={loss.item():.4f}"
)
# --8<-- [end:mended]
