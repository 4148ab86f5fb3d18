"""同一种设置数十组种子：个数自己就会变；自己和自己比，p 也有小的。"""

import torch

# 课文前面写好的：
# 一起训练 100 个种子的函数；算 p 值的函数。
from batch_training import train_all
from paired import p_value

# --8<-- [start:interval]
from math import sqrt


def interval(right, n=100):
    """n 个里对了 right 个：
    比例的 95% 区间（Wilson），
    换成每 100 个里的个数。"""
    z, p = 1.96, right / n
    half = z * sqrt(
        p * (1 - p) / n + z**2 / (4 * n**2)
    )
    middle = p + z**2 / (2 * n)
    low = (middle - half) / (1 + z**2 / n)
    high = (middle + half) / (1 + z**2 / n)
    return f"{100 * low:.0f} 到 {100 * high:.0f}"


# --8<-- [end:interval]

# --8<-- [start:ten-groups]
groups = []
for first_seed in range(0, 1000, 100):
    correct, _ = train_all(
        torch.optim.SGD, 15, first_seed, lr=0.1
    )
    groups.append(correct[14].tolist())
counts = [sum(group) for group in groups]
print("SGD 0.1，十组各 100 个种子:\n ", *counts)
print(
    "1000 个种子合起来，"
    f"每 100 个里 {sum(counts) / 10:.1f} 个"
)
print(
    f"只看第一组的 {counts[0]} 个，"
    f"区间是 {interval(counts[0])}"
)
# --8<-- [end:ten-groups]

# --8<-- [start:same-setting]
small, total = 0, 0
for i in range(10):
    for j in range(i):
        only_i, only_j = 0, 0
        both = zip(groups[i], groups[j], strict=True)
        for a, b in both:
            only_i += a and not b
            only_j += b and not a
        total += 1
        small += p_value(only_i, only_j) < 0.05
print(
    f"同一种设置，十组两两相比 {total} 次，"
    f"p 小于 0.05 的有 {small} 次"
)
print(
    f"比 34 次，界线取 0.05 / 34 = {0.05 / 34:.4f}"
)
# --8<-- [end:same-setting]
