"""损失的下限；15 轮的损失离它还有多远，画成图。"""

import warnings

import matplotlib.pyplot as plt

from training import train

# --8<-- [start:floor]
import math

floor = 5 * math.log(1 + 3 * math.exp(-2))
print(f"下限: {floor:.4f}")
# --8<-- [end:floor]

losses = [
    sum(epoch[1]) for epoch in train(3332505980)
]
# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots()
axes.plot(range(1, 16), losses, marker="o")
axes.axhline(floor, linestyle="--", color="C1")
axes.text(
    15,
    floor - 0.1,
    f"下限 {floor:.2f}",
    ha="right",
    va="top",
)
axes.text(
    1.3, losses[0], f"{losses[0]:.2f}", va="center"
)
axes.text(
    15,
    losses[-1] + 0.2,
    f"{losses[-1]:.2f}",
    ha="right",
)
axes.set(
    xlabel="轮",
    ylabel="五步损失之和",
    xticks=range(1, 16, 2),
    ylim=(0, 7.6),
)
description = (
    "一条折线从第 1 轮的 7.2311 一直降到第 15 轮的 2.0562，前几轮降得快，后几轮降得"
    "慢；一条水平的虚线是下限 1.7038，折线始终在它上面。"
)
figure.savefig(
    "loss_curve.svg",
    metadata={
        "Title": "种子 3332505980 的 15 轮损失",
        "Description": description,
    },
)
