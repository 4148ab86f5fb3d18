"""100 个种子 × 15 种设置：第 15 轮、第 30 轮各有多少个写对 ohlol。"""

import torch

# 课文前面写好的两个函数：一起训练 100 个种子；数写对之后又写错的。
from batch_training import left_by, train_all

# --8<-- [start:hundred-seeds]
learning_rates = (0.001, 0.1, 0.2, 0.5, 1.0)
optimizers = {
    "Adam": (torch.optim.Adam, {}),
    "SGD": (torch.optim.SGD, {}),
    "SGD+动量": (torch.optim.SGD, {"momentum": 0.9}),
}
print("100 个种子里写对 ohlol 的个数")
for name, (optimizer_class, options) in optimizers.items():
    print(name)
    for lr in learning_rates:
        correct, _ = train_all(optimizer_class, lr=lr, **options)
        print(
            f"  {lr:<5} 15 轮 {correct[14].sum():2}  "
            f"30 轮 {correct[29].sum():2}  又错 {left_by(correct)[14].sum():2}"
        )
# --8<-- [end:hundred-seeds]
