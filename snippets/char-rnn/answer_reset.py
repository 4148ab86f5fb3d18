"""每一步都从全零的隐藏状态开始，训练 300 轮。"""

import torch

from hello import (
    Model,
    batch_size,
    criterion,
    hidden_size,
    input_size,
)
from hello import inputs, labels, vocab

# --8<-- [start:reset-each-step]
torch.manual_seed(3332505980)
model = Model(input_size, hidden_size)
optimizer = torch.optim.Adam(
    model.parameters(), lr=0.1
)
for epoch in range(300):
    optimizer.zero_grad()
    loss = 0
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        # 改的是这一行
        hidden = model(
            x, model.init_hidden(batch_size)
        )
        loss += criterion(hidden, label)
        index = hidden.argmax(dim=1).item()
        predicted += vocab[index]
    loss.backward()
    optimizer.step()
    if epoch + 1 in [1, 15, 100, 300]:
        print(f"第 {epoch + 1:3} 轮: {predicted}")
# --8<-- [end:reset-each-step]
