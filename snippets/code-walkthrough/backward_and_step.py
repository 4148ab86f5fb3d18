"""zero_grad、backward、step 各改什么：参数与 .grad，每一行之后看一次。"""

import torch

# 训练程序里的名字：trained.py 照样训练，只是不打印。
from trained import (
    Model,
    criterion,
    hidden_size,
    input_size,
    inputs,
    labels,
)
from trained import batch_size


# --8<-- [start:who-changes-what]
def show(name):
    """这一行之后，
    一个参数（权重左上角）和它的梯度是多少。"""
    weight = watched.cell.weight_hh
    grad = (
        None
        if weight.grad is None
        else round(weight.grad[0, 0].item(), 4)
    )
    print(
        f"{name:9} 参数 {weight[0, 0].item():.4f}，"
        f"梯度 {grad}"
    )


torch.manual_seed(3332505980)
watched = Model(input_size, hidden_size)
watched_optimizer = torch.optim.Adam(
    watched.parameters(), lr=0.1
)
hidden = watched.init_hidden(batch_size)
loss = 0
for x, label in zip(inputs, labels, strict=True):
    hidden = watched(x, hidden)
    loss += criterion(hidden, label)
show("forward")
loss.backward()
show("backward")
watched_optimizer.step()
show("step")
watched_optimizer.zero_grad()
show("zero_grad")
# --8<-- [end:who-changes-what]
