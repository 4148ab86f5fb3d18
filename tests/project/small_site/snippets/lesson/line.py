"""三个点连成折线。"""

import matplotlib.pyplot as plt

# --8<-- [start:points]
import torch

points = torch.tensor([1, 2, 4])
print(points)
# --8<-- [end:points]

plt.plot(points)
plt.axis("off")
plt.savefig(
    "line.svg",
    metadata={"Title": "三个点", "Description": "一条折线经过三个点。"},
)
