"""没有输出层时，四类的最大概率与损失的下限；画出得分与概率。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:floor]
import math

import torch

# tanh 够不到的极限：正确的一类是 1，其余三类是 -1。
limit = torch.tensor([1.0, -1.0, -1.0, -1.0])
probabilities = limit.softmax(dim=0).tolist()
floor = math.log(1 + 3 * math.exp(-2))

print(
    "四个概率:", *(f"{p:.4f}" for p in probabilities)
)
print(f"一步损失的下限: {floor:.5f}")
print(f"五步之和的下限: {5 * floor:.5f}")
# --8<-- [end:floor]

# --8<-- [start:mean]
# 五步都取到极限，形状 (5, 4)
scores = limit.repeat(5, 1)
# 正确的是第 0 类
labels = torch.zeros(5, dtype=torch.long)
for reduction in ("sum", "mean"):
    loss = torch.nn.CrossEntropyLoss(
        reduction=reduction
    )(scores, labels)
    print(f'reduction="{reduction}": {loss:.4f}')
# --8<-- [end:mean]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, (left, right) = plt.subplots(
    1, 2, figsize=(5.6, 3.0), layout="constrained"
)
names = ["正确", "其二", "其三", "其四"]
left.bar(names, limit.tolist())
left.axhline(0, color="#1f2328")
left.set(
    title="得分的极限",
    ylim=(-1.3, 1.3),
    yticks=[-1, 0, 1],
)
bars = right.bar(names, probabilities)
right.bar_label(
    bars, [f"{p:.3f}" for p in probabilities]
)
right.set(
    title="softmax 之后的概率",
    ylim=(0, 1.1),
    yticks=[0, 1],
)
for axes in (left, right):
    axes.set_axisbelow(True)
figure.savefig(
    "loss_floor.svg",
    metadata={
        "Title": "得分相差最多 2，概率最大 0.711",
        "Description": "左图是四个得分的极限：正确的是 1，另外三个是 -1。右图是它们经过"
        "softmax 的概率：正确的 0.711，另外三个各 0.096；纵轴的顶端 1 够不到。",
    },
)
