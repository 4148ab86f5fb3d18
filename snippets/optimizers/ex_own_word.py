"""练习：换成自己的单词，例如读 apple，写倒过来的 elppa。

用时不到 5 秒，导入 PyTorch 另算。
"""

import torch

# 课文前面写好的：一起训练 100 个种子的函数；
# 成对地打印的函数。
from batch_training import train_all
from fifteen_settings import versus

# --8<-- [start:own-word]
source, target = "apple", "elppa"
vocab = sorted(set(source + target))
x = torch.eye(len(vocab), dtype=torch.float64)[
    [vocab.index(c) for c in source]
]
y = torch.tensor([vocab.index(c) for c in target])

own = {}
for name, kind, lr in (
    ("Adam 0.1", torch.optim.Adam, 0.1),
    ("SGD 0.1", torch.optim.SGD, 0.1),
    ("SGD 0.5", torch.optim.SGD, 0.5),
):
    own[name], _ = train_all(
        kind, 60, task=(x, y), lr=lr
    )
print(
    f"读 {source} 写 {target}，"
    f"{len(vocab)} 个不同的字符"
)
for epoch in (15, 60):
    print(f"第 {epoch} 轮")
    versus("Adam 0.1", "SGD 0.1", own, epoch)
    versus("Adam 0.1", "SGD 0.5", own, epoch)
# --8<-- [end:own-word]
