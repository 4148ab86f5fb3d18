"""练习：SGD 的动量换成 Nesterov 动量。"""

import torch

# 课文前面写好的：一起训练 100 个种子的函数；
# 成对地打印的函数。
from batch_training import train_all
from fifteen_settings import versus

# --8<-- [start:look-ahead]
plain = torch.zeros(1, requires_grad=True)
ahead = torch.zeros(1, requires_grad=True)
walkers = {
    "普通动量": torch.optim.SGD(
        [plain], lr=0.1, momentum=0.9
    ),
    "Nesterov": torch.optim.SGD(
        [ahead], lr=0.1, momentum=0.9, nesterov=True
    ),
}
for name, walker in walkers.items():
    [value] = walker.param_groups[0]["params"]
    for step in range(1, 101):
        before = value.item()
        value.grad = torch.ones(1)
        walker.step()
        if step in (1, 2, 100):
            print(
                f"{name}，第 {step:3} 步走了 "
                f"{before - value.item():.3f}"
            )
# --8<-- [end:look-ahead]

# --8<-- [start:hundred]
momentum_kinds = {}
for name, nesterov in (
    ("普通动量", False),
    ("Nesterov", True),
):
    momentum_kinds[name], _ = train_all(
        torch.optim.SGD,
        lr=0.1,
        momentum=0.9,
        nesterov=nesterov,
    )
versus("普通动量", "Nesterov", momentum_kinds, 15)
versus("普通动量", "Nesterov", momentum_kinds, 30)
# --8<-- [end:hundred]
