"""同一个学习率，Adam 与 SGD 的第一步不一样远；一样远时再比。"""

import torch
from torch.nn.functional import cross_entropy

# 课文前面写好的：一批 100 个种子的参数、
# 前向传播；15 种设置训练的结果。
from batch_training import (
    read_word,
    stack_parameters,
    x_steps,
    y_steps,
)
from fifteen_settings import correct_of, versus


# --8<-- [start:lengths]
def first_step_lengths(optimizer_class, **options):
    """100 个种子的第一步：40 个参数合起来走的距离。"""
    parameters = stack_parameters()
    before = torch.cat(
        [p.detach().flatten(1) for p in parameters],
        dim=1,
    )
    one_step = optimizer_class(parameters, **options)
    logits = read_word(x_steps, *parameters)
    loss = cross_entropy(
        logits.flatten(0, 1),
        y_steps.repeat(100),
        reduction="sum",
    )
    loss.backward()
    one_step.step()
    after = torch.cat(
        [p.detach().flatten(1) for p in parameters],
        dim=1,
    )
    return (after - before).norm(dim=1)


# --8<-- [end:lengths]

# --8<-- [start:first-step]
for name, kind, lr in (
    ("Adam", torch.optim.Adam, 0.1),
    ("SGD", torch.optim.SGD, 0.1),
    ("SGD", torch.optim.SGD, 0.2),
):
    lengths = first_step_lengths(kind, lr=lr)
    middle = lengths.quantile(0.5)
    print(
        f"{name} {lr} 的第一步，中位数 {middle:.3f}"
    )
versus("Adam 0.1", "SGD 0.1", correct_of)
versus("Adam 0.1", "SGD 0.2", correct_of)
# --8<-- [end:first-step]
