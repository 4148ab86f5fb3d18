"""训练结束后再读一遍 hello，不再更新参数。"""

import torch

from hello import (
    Model,
    batch_size,
    criterion,
    hidden_size,
    input_size,
)
from hello import inputs, labels, vocab

# 与 train.py 一样训练 15 轮，只是不打印。
torch.manual_seed(3332505980)
model = Model(input_size, hidden_size)
optimizer = torch.optim.Adam(
    model.parameters(), lr=0.1
)
for _ in range(15):
    optimizer.zero_grad()
    hidden = model.init_hidden(batch_size)
    loss = 0
    for x, label in zip(inputs, labels, strict=True):
        hidden = model(x, hidden)
        loss += criterion(hidden, label)
    loss.backward()
    optimizer.step()

# --8<-- [start:read-again]
with torch.no_grad():
    hidden = model.init_hidden(batch_size)
    loss = 0
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        hidden = model(x, hidden)
        loss += criterion(hidden, label)
        index = hidden.argmax(dim=1).item()
        predicted += vocab[index]

print(
    f"更新 15 次之后: {predicted}, "
    f"loss={loss.item():.4f}"
)
# --8<-- [end:read-again]
