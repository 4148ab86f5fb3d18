"""CrossEntropyLoss 收哪些标签：两种索引类型，或者一组概率。"""

import torch
from torch.nn.functional import cross_entropy

# --8<-- [start:accepted-or-not]
# (batch, 类别数)
logits = torch.tensor([[0.1, -0.3, 0.2, 0.6]])
candidates = {
    "int64 索引": torch.tensor([3]),
    "uint8 索引": torch.tensor(
        [3], dtype=torch.uint8
    ),
    "int16 索引": torch.tensor(
        [3], dtype=torch.int16
    ),
    "int32 索引": torch.tensor(
        [3], dtype=torch.int32
    ),
    "float 索引": torch.tensor([3.0]),
    "float 概率": torch.tensor(
        [[0.0, 0.0, 0.0, 1.0]]
    ),
}
for name, label in candidates.items():
    shape = tuple(label.shape)
    try:
        loss = cross_entropy(logits, label)
        print(
            f"{name} {shape}: loss={loss.item():.4f}"
        )
    except RuntimeError as error:
        fixed = cross_entropy(logits, label.long())
        # 报错的整句话随 PyTorch 的版本变，
        # 不变的是它点名要 Long。
        print(
            f"{name} {shape}: 报错，"
            f"点名要 Long: {'Long' in str(error)}"
        )
        print(
            f"  改成 long(): loss={fixed.item():.4f}"
        )
# --8<-- [end:accepted-or-not]
