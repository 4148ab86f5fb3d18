"""三种优化器 × 五个学习率，各训练 100 个种子 30 轮。"""

import torch

# 课文前面写好的：一起训练 100 个种子的函数；
# 成对地数的函数。
from batch_training import train_all
from paired import compare

# --8<-- [start:fifteen-settings]
learning_rates = (0.001, 0.1, 0.2, 0.5, 1.0)
optimizers = {
    "Adam": (torch.optim.Adam, {}),
    "SGD": (torch.optim.SGD, {}),
    "SGD+动量": (torch.optim.SGD, {"momentum": 0.9}),
}
correct_of = {}
for name, (kind, options) in optimizers.items():
    for lr in learning_rates:
        correct_of[f"{name} {lr}"], _ = train_all(
            kind, lr=lr, **options
        )
# --8<-- [end:fifteen-settings]


# --8<-- [start:versus]
def versus(name_a, name_b, results, epoch=15):
    """`results` 是名字 → (轮数, 100) 的对错：
    第 `epoch` 轮成对地数。"""
    right_a, right_b = (
        results[n][epoch - 1].tolist()
        for n in (name_a, name_b)
    )
    print(
        f"{name_a} 与 {name_b}: {sum(right_a)} 对 "
        f"{sum(right_b)}"
    )
    print(f"  {compare(right_a, right_b)}")


# --8<-- [end:versus]
