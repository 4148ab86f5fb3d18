"""练习：隐藏状态乘一个倍数再当得分，下限变成多少。"""

# --8<-- [start:scaled]
import math

import torch

torch.set_num_threads(1)
inputs = torch.eye(4)[[1, 0, 2, 2, 3]]
labels = torch.tensor([3, 1, 2, 3, 2])
sum_of_losses = torch.nn.CrossEntropyLoss(
    reduction="sum"
)

for scale in (1, 2, 3):
    torch.manual_seed(3332505980)
    rnn = torch.nn.RNN(4, 4)
    optimizer = torch.optim.Adam(
        rnn.parameters(), lr=0.1
    )
    for _ in range(300):
        optimizer.zero_grad()
        loss = sum_of_losses(
            scale * rnn(inputs)[0], labels
        )
        loss.backward()
        optimizer.step()
    floor = 5 * math.log(
        1 + 3 * math.exp(-2 * scale)
    )
    print(
        f"乘 {scale}: 下限 {floor:.4f}，"
        f"第 300 轮 {loss.item():.4f}"
    )
# --8<-- [end:scaled]
