"""把训练写成函数：记下每一轮的字符串、每一步的损失、最后一步的得分。"""

import torch

from hello import (
    batch_size,
    criterion,
    hidden_size,
    input_size,
    inputs,
    labels,
    vocab,
)


# --8<-- [start:train]
def train(seed, num_epochs=15, labels=labels):
    """返回每一轮的字符串、五步的损失、最后的得分。"""
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(input_size, hidden_size)
    optimizer = torch.optim.Adam(
        cell.parameters(), lr=0.1
    )
    history = []
    for _ in range(num_epochs):
        optimizer.zero_grad()
        hidden = torch.zeros(batch_size, hidden_size)
        losses = []
        predicted = ""
        for x, label in zip(
            inputs, labels, strict=True
        ):
            hidden = cell(x, hidden)
            losses.append(criterion(hidden, label))
            index = hidden.argmax(dim=1).item()
            predicted += vocab[index]
        sum(losses).backward()
        optimizer.step()
        losses = [loss.item() for loss in losses]
        history.append(
            (predicted, losses, hidden.detach())
        )
    return history


# --8<-- [end:train]
