"""训练一个只看当前字符的全连接层：损失停在 2 ln 2，越不过 4/5。"""

import torch

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:train]
import math

from torch.nn.functional import cross_entropy

one_hot = torch.eye(4)  # 依次是 e、h、l、o
hello = one_hot[[1, 0, 2, 2, 3]]
ohlol = torch.tensor([3, 1, 2, 3, 2])

torch.manual_seed(0)
per_char = torch.nn.Linear(4, 4)
optimizer = torch.optim.Adam(
    per_char.parameters(), lr=0.1
)
for epoch in range(1, 1001):
    logits = per_char(hello)
    losses = cross_entropy(
        logits, ohlol, reduction="none"
    )
    if epoch in (1, 10, 100, 1000):
        print(
            f"第 {epoch:4} 轮，"
            f"损失 {losses.sum().item():.3f}"
        )
    optimizer.zero_grad()
    losses.sum().backward()
    optimizer.step()

print(f"2 ln 2 = {2 * math.log(2):.3f}")
print(
    "五步各自的损失:",
    [round(x, 3) for x in losses.tolist()],
)
print(
    "读到 l 的概率:",
    [
        round(p, 3)
        for p in logits[2].softmax(dim=0).tolist()
    ],
)
right = logits.argmax(dim=1) == ohlol
print(f"写对: {right.sum().item()}/5")
# --8<-- [end:train]

# --8<-- [start:bounded]
# 正确的得分 1，另外三个 -1
one_right = math.log(1 + 3 * math.exp(-2))
# l、o 的得分 1，e、h 的 -1
two_l = 2 * math.log(2 + 2 * math.exp(-2))
print(f"带记忆，五步之和大于 {5 * one_right:.5f}")
print(
    "只看当前字符，"
    f"五步之和大于 {3 * one_right + two_l:.5f}"
)

torch.manual_seed(0)
per_char = torch.nn.Linear(4, 4)
optimizer = torch.optim.Adam(
    per_char.parameters(), lr=0.1
)
for _ in range(1000):
    # 得分都在 -1 与 1 之间
    logits = torch.tanh(per_char(hello))
    loss = cross_entropy(
        logits, ohlol, reduction="sum"
    )
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(
    f"只看当前字符，训练 1000 轮: {loss.item():.3f}"
)
# --8<-- [end:bounded]
