"""六种设置 × 100 个种子，训练 60 轮，记下每一轮是否写对、损失多少。"""

import torch

# 课文前面写好的函数：一起训练 100 个种子。
from batch_training import train_all

# --8<-- [start:six-settings]
adam, sgd = torch.optim.Adam, torch.optim.SGD
settings = {
    "Adam 0.1": (adam, {"lr": 0.1}),
    "SGD 0.1": (sgd, {"lr": 0.1}),
    "SGD 0.5": (sgd, {"lr": 0.5}),
    "SGD 1.0": (sgd, {"lr": 1.0}),
    "SGD 0.1+动量": (
        sgd,
        {"lr": 0.1, "momentum": 0.9},
    ),
    "Adam 默认": (adam, {"lr": 0.001}),
}
correct_by, losses_by = {}, {}
for name, (kind, options) in settings.items():
    correct_by[name], losses_by[name] = train_all(
        kind, num_epochs=60, **options
    )
# --8<-- [end:six-settings]
