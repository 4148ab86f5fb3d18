"""15 种设置里的比较：成对地数，差多少才算差别。

用时不到 5 秒，导入 PyTorch 另算。
"""

# 课文前面写好的：数写对之后又写错的函数；
# 15 种设置训练的结果；成对地打印的函数。
from batch_training import left_by
from fifteen_settings import (
    correct_of,
    learning_rates,
    optimizers,
    versus,
)

# --8<-- [start:learning-rate]
versus("SGD 0.1", "SGD 0.5", correct_of)
versus("Adam 0.1", "Adam 0.5", correct_of)
for name in optimizers:
    counts = [
        correct_of[f"{name} {lr}"][14].sum().item()
        for lr in learning_rates[1:]
    ]
    print(
        f"{name}，学习率 0.1 到 1.0: {counts}，"
        f"最多差 {max(counts) - min(counts)}"
    )
# --8<-- [end:learning-rate]

# --8<-- [start:optimizer]
for lr in (0.1, 0.2, 0.5, 1.0):
    versus(f"Adam {lr}", f"SGD {lr}", correct_of)
versus("Adam 0.2", "SGD 0.5", correct_of)
# --8<-- [end:optimizer]

# --8<-- [start:momentum]
for lr in (0.1, 0.2, 0.5, 1.0):
    versus(f"SGD {lr}", f"SGD+动量 {lr}", correct_of)
# --8<-- [end:momentum]

# --8<-- [start:wrong-again]
wrong_again = {
    name: left_by(correct)
    for name, correct in correct_of.items()
}
versus("Adam 0.1", "SGD 0.1", wrong_again)
versus("SGD 0.1", "SGD 0.5", wrong_again)
# --8<-- [end:wrong-again]
