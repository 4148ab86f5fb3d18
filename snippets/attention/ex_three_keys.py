"""练习：三个键的注意力，用笔算。"""

# --8<-- [start:keys]
from math import log

import torch

q = torch.tensor([[1.0, 1.0]])
k = torch.tensor(
    [[0.0, 0.0], [log(2), 0.0], [0.0, log(5)]]
)
v = torch.tensor([[8.0], [16.0], [24.0]])
weights = (q @ k.T).softmax(dim=1)
print(
    "权重",
    *[f"{w:.3f}" for w in weights[0].tolist()],
)
print(f"取到 {(weights @ v).item():.1f}")
mask = torch.tensor([[True, True, False]])
scores = (q @ k.T).masked_fill(~mask, -torch.inf)
weights = scores.softmax(dim=1)
print(
    "不看第三个:",
    *[f"{w:.3f}" for w in weights[0].tolist()],
)
print(f"取到 {(weights @ v).item():.2f}")
# --8<-- [end:keys]
