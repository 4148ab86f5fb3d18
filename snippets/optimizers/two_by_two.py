"""同样的 100 个种子，Adam 0.1 与 SGD 0.1：成对地数。"""

import torch

# 课文前面写好的：一起训练 100 个种子的函数；
# 成对地数的函数。
from batch_training import train_all
from paired import compare

# --8<-- [start:two-by-two]
adam_correct, _ = train_all(
    torch.optim.Adam, 15, lr=0.1
)
sgd_correct, _ = train_all(
    torch.optim.SGD, 15, lr=0.1
)
adam_right = adam_correct[14].tolist()
sgd_right = sgd_correct[14].tolist()
pairs = list(zip(adam_right, sgd_right, strict=True))
print(f"两种都写对 {pairs.count((True, True))}")
print(f"只有 Adam 写对 {pairs.count((True, False))}")
print(f"只有 SGD 写对 {pairs.count((False, True))}")
print(f"两种都没写对 {pairs.count((False, False))}")
print(compare(adam_right, sgd_right))
# --8<-- [end:two-by-two]
