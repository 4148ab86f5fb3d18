"""练习：只用最后一步的损失训练，前四步写什么没有人管。"""

import torch

# 训练程序里的名字：trained.py 照样训练，只是不打印。
from trained import (
    Model,
    criterion,
    inputs,
    labels,
    vocab,
)
from trained import (
    batch_size,
    hidden_size,
    input_size,
)

# --8<-- [start:last-loss-only]
torch.manual_seed(3332505980)
last_only = Model(input_size, hidden_size)
last_optimizer = torch.optim.Adam(
    last_only.parameters(), lr=0.1
)
for epoch in range(15):
    last_optimizer.zero_grad()
    hidden = last_only.init_hidden(batch_size)
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        hidden = last_only(x, hidden)
        # = 而不是 +=：只留下最后一步的
        loss = criterion(hidden, label)
        index = hidden.argmax(dim=1).item()
        predicted += vocab[index]
    loss.backward()
    last_optimizer.step()
    if epoch + 1 in (1, 5, 10, 15):
        print(
            f"第 {epoch + 1:2} 轮: {predicted}，"
            f"最后一步 {loss.item():.3f}"
        )
# --8<-- [end:last-loss-only]
