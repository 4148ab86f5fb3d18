"""练习：得分都加 100、都乘 2，概率变不变。"""

# --8<-- [start:shift-and-scale]
import torch

scores = torch.tensor([2.0, 1.0, 0.0, -1.0])
for name, changed in {
    "原样": scores,
    "都加 100": scores + 100,
    "都乘 2": scores * 2,
}.items():
    row = " ".join(
        f"{p:.3f}"
        for p in changed.softmax(dim=0).tolist()
    )
    print(f"{name}: {row}")
# --8<-- [end:shift-and-scale]
