"""换掉优化器那一行：同一个种子，三种设置各写出什么。"""

import torch

# 课文前面写好的 predict，和它用的模型。
from prediction import (
    Model,
    hidden_size,
    input_size,
    predict,
)

num_epochs = 15


# --8<-- [start:one-line-changed]
def train(kind, lr):
    """从同一个种子训练 15 轮，
    返回每一轮写出的字符串。"""
    torch.manual_seed(3332505980)
    trial = Model(input_size, hidden_size)
    trial_optimizer = kind(trial.parameters(), lr=lr)
    history = []
    for _ in range(num_epochs):
        trial_optimizer.zero_grad()
        predicted, loss = predict(trial)
        loss.backward()
        trial_optimizer.step()
        history.append(predicted)
    return history


adam = train(torch.optim.Adam, lr=0.1)
sgd = train(torch.optim.SGD, lr=0.1)
sgd_fast = train(torch.optim.SGD, lr=0.5)
print("epoch  Adam 0.1  SGD 0.1  SGD 0.5")
for epoch in range(num_epochs):
    print(
        f"{epoch + 1:5}  {adam[epoch]:8}  "
        f"{sgd[epoch]:7}  {sgd_fast[epoch]}"
    )
# --8<-- [end:one-line-changed]
