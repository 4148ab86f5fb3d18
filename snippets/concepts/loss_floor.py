"""训练一个只看当前字符的全连接层：损失停在 2 ln 2，越不过 4/5。"""

import torch

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:train]
import math

from torch.nn.functional import cross_entropy

one_hot = torch.eye(4)  # 第 0 到 3 行依次代表 e、h、l、o
hello = one_hot[[1, 0, 2, 2, 3]]
ohlol = torch.tensor([3, 1, 2, 3, 2])

torch.manual_seed(0)
per_char = torch.nn.Linear(4, 4)
optimizer = torch.optim.Adam(per_char.parameters(), lr=0.1)
for epoch in range(1, 1001):
    # 损失：每一步写对的概率取 -ln，五步相加。
    logits = per_char(hello)
    losses = cross_entropy(logits, ohlol, reduction="none")
    if epoch in (1, 10, 100, 1000):
        print(f"第 {epoch:4} 轮，损失 {losses.sum().item():.3f}")
    optimizer.zero_grad()
    losses.sum().backward()
    optimizer.step()

print(f"2 ln 2 = {2 * math.log(2):.3f}")
print(f"五步各自的损失: {[round(x, 3) for x in losses.tolist()]}")
probabilities = per_char(one_hot[2]).softmax(dim=0)
print(f"读到 l，写 l 的概率: {probabilities[2].item():.3f}")
print(f"读到 l，写 o 的概率: {probabilities[3].item():.3f}")
correct = (per_char(hello).argmax(dim=1) == ohlol).sum().item()
print(f"写对: {correct}/5")
# --8<-- [end:train]
