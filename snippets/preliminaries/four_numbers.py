"""同样四个得分：softmax 变成概率，交叉熵变成损失。"""

# --8<-- [start:softmax]
import torch

scores = torch.tensor([2.0, 1.0, 0.0, -1.0])
powers = scores.exp()
by_hand = powers / powers.sum()
p = scores.softmax(dim=0)
print("得分  e^z    公式   softmax")
for k in range(4):
    print(
        f"{scores[k]:4.1f} {powers[k]:6.3f} "
        f"{by_hand[k]:6.3f} {p[k]:6.3f}"
    )
print(
    f"概率之和 {p.sum():.3f}，"
    f"第 0 个是第 1 个的 {p[0] / p[1]:.3f} 倍"
)
# --8<-- [end:softmax]

# --8<-- [start:loss]
import math

for chance in (1.0, 0.5, 0.25, 0.001):
    print(
        f"p = {chance:.3f}: -ln p = "
        f"{math.log(1 / chance):.3f}"
    )
both = math.log(1 / (0.5 * 0.25))
print(f"p = 0.5 × 0.25: -ln p = {both:.3f}")
# --8<-- [end:loss]

# --8<-- [start:cross-entropy]
from torch.nn.functional import cross_entropy

label = torch.tensor(1)
print(f"手算:          {-p[label].log():.4f}")
print(
    "cross_entropy: "
    f"{cross_entropy(scores, label):.4f}"
)
print(
    "得分最高的:",
    scores.argmax().item(),
    "正确的:",
    label.item(),
)
# --8<-- [end:cross-entropy]
