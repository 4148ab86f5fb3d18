"""练习：读 llll、写 lllo，只看当前字符的损失下限。"""

import torch
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:floor]
import math

one_hot = torch.eye(4)  # 依次是 e、h、l、o
llll = one_hot[[2, 2, 2, 2]]
lllo = torch.tensor([2, 2, 2, 3])

torch.manual_seed(0)
per_char = torch.nn.Linear(4, 4)
optimizer = torch.optim.Adam(
    per_char.parameters(), lr=0.1
)
for _ in range(1000):
    logits = per_char(llll)
    loss = cross_entropy(
        logits, lllo, reduction="sum"
    )
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()

print(
    "-3 ln(3/4) - ln(1/4) = "
    f"{-3 * math.log(3 / 4) - math.log(1 / 4):.3f}"
)
print(f"训练 1000 轮后的损失: {loss.item():.3f}")
print(
    "读到 l，写 l 的概率: "
    f"{logits[0].softmax(dim=0)[2].item():.3f}"
)
right = logits.argmax(dim=1) == lllo
print(f"写对: {right.sum().item()}/4")
# --8<-- [end:floor]
