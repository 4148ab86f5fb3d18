"""训练好的 LSTM 读一串字母：遗忘门什么时候关，记忆靠什么留住。"""

import warnings

import matplotlib.pyplot as plt

from letters import LETTERS, load, read

# --8<-- [start:load]
from pathlib import Path

import numpy as np
import torch

file = Path(__file__).with_name("train_letters.npz")
weights = np.load(file)
text = "axxybyyxzcxa"
# --8<-- [end:load]

# --8<-- [start:seed-zero]
steps = read(*load(weights, 0), text)
print("读 写  遗忘门的四个分量")
for char, (_, f, _, _, scores) in zip(
    text, steps, strict=True
):
    written = LETTERS[scores.argmax()]
    texts = [f"{value:.2f}" for value in f.tolist()]
    print(f"{char}  {written} ", *texts)
# --8<-- [end:seed-zero]

# --8<-- [start:ten-seeds]
print("种子  f：记的  略过的   i：记的  略过的")
lower, single = 0, []
for seed in range(10):
    steps = read(*load(weights, seed), text)
    means = []
    for gate in (1, 0):
        for kind in ("abc", "xyz"):
            chosen = [
                step[gate]
                for char, step in zip(
                    text, steps, strict=True
                )
                if char in kind
            ]
            chosen = torch.stack(chosen)
            means.append(chosen.mean())
            if gate == 0:
                single += chosen.flatten().tolist()
    lower += means[0] < means[1]
    f_write, f_skip, i_write, i_skip = means
    print(
        f"{seed:3}      {f_write:.2f}   {f_skip:.2f}"
        f"       {i_write:.2f}   {i_skip:.2f}"
    )
print(f"读到要记的字母，f 更小: {lower}/10")
low, high = min(single), max(single)
print(f"单个输入门: {low:.2f} 到 {high:.2f}")
# --8<-- [end:ten-seeds]

# --8<-- [start:product]
print("先读 a、b 或 c，再读 k 个 x：遗忘门的连乘")
print("   k  四个里最大的：中位数   最大")
for k in (10, 100):
    largest = []
    for seed in range(10):
        for char in "abc":
            steps = read(
                *load(weights, seed), char + "x" * k
            )
            f = torch.stack(
                [step[1] for step in steps[1:]]
            )
            largest.append(f.prod(dim=0).max())
    largest = torch.stack(largest)
    print(
        f"{k:4}       {largest.median():.1e}"
        f"         {largest.max():.1e}"
    )
# --8<-- [end:product]

# --8<-- [start:rewrite]
print("先读 a、b 或 c，再读 k 个 x，写对几次")
print("   k    照常  不许改写")
for k in (1, 2, 5, 10, 100):
    counts = []
    for rewrite in (True, False):
        right = [
            read(
                *load(weights, seed),
                char + "x" * k,
                rewrite,
            )[-1][-1].argmax()
            == LETTERS.index(char)
            for seed in range(10)
            for char in "abc"
        ]
        counts.append(f"{sum(right):2}/{len(right)}")
    print(f"{k:4}   {counts[0]}     {counts[1]}")
# --8<-- [end:rewrite]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 2.3), layout="constrained"
)
steps = read(*load(weights, 0), text)
# 一样浓的几格合成一条断开的粗线，网页轻一些
cells = {}
for column, (_, f, _, _, _) in enumerate(steps):
    for row, value in enumerate(f.tolist()):
        level = max(1, round(10 * value)) / 10
        xs, ys = cells.setdefault(level, ([], []))
        xs += [column, column + 0.94, np.nan]
        ys += [row + 0.46] * 3
for level, (xs, ys) in cells.items():
    axes.plot(
        xs,
        ys,
        color="#1565c0",
        alpha=level,
        linewidth=22.8,
        solid_capstyle="butt",
    )
axes.set_xlim(0, len(text))
axes.set_ylim(4, 0)
middles = [
    column + 0.47 for column in range(len(text))
]
axes.set_xticks(middles, list(text))
axes.set_yticks([r + 0.46 for r in range(4)], "1234")
axes.set(xlabel="读到的字母", ylabel="分量")
axes.xaxis.set_label_position("top")
axes.xaxis.tick_top()
written = axes.secondary_xaxis("bottom")
written.set_xticks(
    middles, [LETTERS[s[-1].argmax()] for s in steps]
)
written.set_xlabel("写出的字母")
axes.grid(visible=False)
for frame in (axes, written):
    frame.tick_params(length=0)
    for spine in frame.spines.values():
        spine.set_visible(False)
figure.savefig(
    "forget_gate.svg",
    metadata={
        "Title": "种子 0 的网络读一串字母，遗忘门的四个分量",
        "Description": "一列一步，上面是读到的字母，下面是写出的字母；四行是遗忘门的四个分量，"
        "颜色越浓越接近 1。读到 a、b、c 的各列很淡，读到 x、y、z 的各列浓，"
        "写出的总是最近的 a、b、c。",
    },
)
