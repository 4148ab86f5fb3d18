"""练习：换成种子 100 到 199，比较的结果还在不在。"""

import torch

# 课文前面写好的：一起训练 100 个种子的函数；
# 成对地打印的函数。
from batch_training import train_all
from fifteen_settings import versus

# --8<-- [start:other-seeds]
others = {}
for name, kind, lr in (
    ("Adam 0.1", torch.optim.Adam, 0.1),
    ("SGD 0.1", torch.optim.SGD, 0.1),
    ("SGD 0.5", torch.optim.SGD, 0.5),
):
    others[name], _ = train_all(
        kind, first_seed=100, lr=lr
    )
versus("Adam 0.1", "SGD 0.1", others)
versus("Adam 0.1", "SGD 0.5", others)
versus("Adam 0.1", "SGD 0.1", others, epoch=30)
# --8<-- [end:other-seeds]
