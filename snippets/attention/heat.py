"""种子 9 的注意力权重：写每个数字时，看了输入的哪里。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:weights]
from pathlib import Path

import numpy as np
import torch

from digits import shift, text
from fit import FAR, fresh, load

file = Path(__file__).with_name(
    "train_attention.npz"
)
arrays = np.load(file)
model = load(arrays)
sources, targets = fresh(8)
source, target = sources[:1], targets[:1]
with torch.no_grad():
    states, hidden, mask = model.encode(source)
    scores, _, weights = model.decode(
        shift(target), hidden, states, mask
    )
written = scores.argmax(dim=2)
print(f"读 {text(source[0])}，写 {text(written[0])}")
for symbol, row in zip(
    text(written[0]),
    weights[0].tolist(),
    strict=True,
):
    print(symbol, *[f"{w:.2f}" for w in row])
# --8<-- [end:weights]

# --8<-- [start:place]
print("长度 8，权重最大的一步：")
print("种子  正好  早一步  晚一步")
place = arrays["place"][:, FAR.index(8)]
for seed, (right, early, late) in enumerate(place):
    print(
        f"{seed:3}   {right:.2f}   {early:.2f}"
        f"    {late:.2f}"
    )
# --8<-- [end:place]

# --8<-- [start:same]
with torch.no_grad():
    states, hidden, mask = model.encode(sources)
    _, _, weights_all = model.decode(
        shift(targets), hidden, states, mask
    )
most = weights_all[:, :-1].argmax(dim=2)
late = most - torch.arange(8).flip(0) == 1
same = torch.zeros_like(late)  # 与刚写的数字相同
same[:, 1:] = targets[:, 1:-1] == targets[:, :-2]
print(f"种子 9，与刚写的相同的 {same.sum()} 个，")
print(f"其中晚一步的 {(late & same).sum()} 个")
right = most == torch.arange(8).flip(0)
share = right[~same].float().mean()
print(f"与刚写的不同的，正好的占 {share:.2f}")
# --8<-- [end:same]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 4.2), layout="constrained"
)
# 一样浓的几格合成一条断开的粗线，网页轻一些
cells = {}
for row, values in enumerate(weights[0].tolist()):
    for column, value in enumerate(values):
        level = max(0.4, round(10 * value)) / 10
        xs, ys = cells.setdefault(level, ([], []))
        xs += [column, column + 0.94, np.nan]
        ys += [row + 0.46] * 3
for level, (xs, ys) in cells.items():
    axes.plot(
        xs,
        ys,
        color="#1565c0",
        alpha=level,
        linewidth=25,
        solid_capstyle="butt",
    )
axes.set_xlim(0, 8)
axes.set_ylim(9, 0)
axes.set_xticks(
    [c + 0.47 for c in range(8)],
    list(text(source[0])),
)
axes.set_yticks(
    [r + 0.46 for r in range(9)],
    list(text(written[0])),
)
axes.set(
    xlabel="读到的数字", ylabel="写出的（从上到下）"
)
axes.xaxis.set_label_position("top")
axes.xaxis.tick_top()
axes.grid(visible=False)
axes.tick_params(length=0)
for spine in axes.spines.values():
    spine.set_visible(False)
figure.savefig(
    "heat.svg",
    metadata={
        "Title": "种子 9 倒写八个数字的注意力权重",
        "Description": "一列是读到的数字，一行是写出的符号，越浓权重越大。最浓的格子从右上到左下排成"
        "反对角线；写第三个符号，第二个 6 时，最浓的仍在刚才那个 6 上。",
    },
)
