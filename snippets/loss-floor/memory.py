"""四种模型的下限与训练结果：记不记得前面，得分限不限在 -1 与 1 之间。"""

# --8<-- [start:four-floors]
import math

import torch

torch.set_num_threads(1)
inputs = torch.eye(4)[[1, 0, 2, 2, 3]]  # hello
labels = torch.tensor([3, 1, 2, 3, 2])  # ohlol
sum_of_losses = torch.nn.CrossEntropyLoss(
    reduction="sum"
)

one_right = math.log(1 + 3 * math.exp(-2))
# 读到 l：l 与 o 的得分都是 1
both_l = math.log(2 + 2 * math.exp(-2))
floors = {
    (False, False): 2 * math.log(2),
    (True, False): 0.0,
    (False, True): 3 * one_right + 2 * both_l,
    (True, True): 5 * one_right,
}


def fit(remember, squash):
    """训练 1000 轮，返回损失与写对几个；
    squash 把得分限在 -1 与 1 之间。"""
    torch.manual_seed(0)
    rnn = torch.nn.RNN(4, 4)
    last = torch.nn.Linear(4, 4)
    parameters = [
        *rnn.parameters(),
        *last.parameters(),
    ]
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    for _ in range(1000):
        optimizer.zero_grad()
        z = (
            last(rnn(inputs)[0])
            if remember
            else last(inputs)
        )
        z = torch.tanh(z) if squash else z
        loss = sum_of_losses(z, labels)
        loss.backward()
        optimizer.step()
    right = z.argmax(dim=1) == labels
    return loss.item(), right.sum().item()


print("得分    记忆    下限  第 1000 轮  写对")
for (remember, squash), floor in floors.items():
    kind = "受限" if squash else "不限"
    loss, right = fit(remember, squash)
    has = "有" if remember else "没有"
    print(
        f"{kind}  {has:3} {floor:7.4f} {loss:9.4f} "
        f"   {right}/5"
    )
# --8<-- [end:four-floors]
