"""正确率随长度：没有注意力与有注意力，各十个种子。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:lengths]
from pathlib import Path

import numpy as np

from fit import LENGTHS


def read(*names):
    """各产物的正确率接起来：(种子, 长度, 三种)。"""
    folder = Path(__file__).parent
    tables = [
        np.load(folder / name) for name in names
    ]
    return np.concatenate(
        [table["accuracy"] for table in tables]
    )


plain = read("train_plain.npz")
attend = read("train_attention.npz")
print("整串对的：平均（最低 最高）")
print("长度   没有注意力          有注意力")
for column, length in enumerate(LENGTHS):
    line = f"{length:3} "
    for table in (plain, attend):
        whole = table[:, column, 2]
        line += f"   {whole.mean():.2f}"
        line += f"（{whole.min():.2f}"
        line += f" {whole.max():.2f}）"
    print(line)
# --8<-- [end:lengths]

# --8<-- [start:paired]
from network import Reverser
from paired import compare

smaller, larger = (
    sum(p.numel() for p in Reverser(a).parameters())
    for a in (False, True)
)
print(f"有注意力的多 {larger - smaller} 个参数")


def versus(name, a, b):
    """各种子成对地比，数哪一边高。"""
    higher = (a > b).tolist(), (b > a).tolist()
    print(f"{name}\n  {compare(*higher)}")


print(f"比 8 次的界线: {0.05 / 8:.5f}")
print(f"连同事后的 6 次: {0.05 / 14:.5f}")
for length in (8, 10, 15):
    column = LENGTHS.index(length)
    versus(
        f"长度 {length} 的整串，有与没有",
        attend[:, column, 2],
        plain[:, column, 2],
    )
eight = LENGTHS.index(8)
for name, table in [("没有", plain), ("有", attend)]:
    versus(
        f"长度 8 的数字，{name}，教师与自由",
        table[:, eight, 0],
        table[:, eight, 1],
    )
# --8<-- [end:paired]

# --8<-- [start:bottleneck]
longer = read(
    "train_longer.npz", "train_longer_more.npz"
)
tables = {
    "600 步": plain,
    "1800 步": longer,
    "有注意力，600 步": attend,
    "通道 64": read("train_channel_64.npz"),
    "通道 16": read("train_channel_16.npz"),
}
print("整串           长度 8（最低 最高）  长度 10")
for name, table in tables.items():
    whole = table[:, eight, 2]
    wide = 17 - sum(c > "一" for c in name)
    ten = table[:, LENGTHS.index(10), 2].mean()
    print(
        f"{name:{wide}} {whole.mean():.2f}"
        f"（{whole.min():.2f} {whole.max():.2f}）"
        f"    {ten:.2f}"
    )
for a, b in [
    ("1800 步", "600 步"),
    ("有注意力，600 步", "1800 步"),
    ("通道 64", "通道 16"),
]:
    versus(
        f"{a}与{b}",
        tables[a][:, eight, 2],
        tables[b][:, eight, 2],
    )
versus(
    "事后：600 步与通道 64",
    tables["600 步"][:, eight, 2],
    tables["通道 64"][:, eight, 2],
)
wide, narrow = (
    tables[name][:, eight, 1]
    for name in ("通道 64", "通道 16")
)
versus(
    "事后：自由运行的数字，通道 64 与 16，"
    f"{wide.mean():.2f} 与 {narrow.mean():.2f}",
    wide,
    narrow,
)
# --8<-- [end:bottleneck]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.2), layout="constrained"
)
for color, marker, name, table in [
    ("C1", "o", "没有注意力", plain),
    ("C0", "s", "有注意力", attend),
]:
    whole = table[:, :, 2]
    # 十条细线连成一条断开的线，网页轻一些
    gap = np.full((len(whole), 1), np.nan)
    axes.plot(
        [*LENGTHS, np.nan] * len(whole),
        np.hstack([whole, gap]).flatten(),
        color=color,
        alpha=0.35,
        linewidth=0.8,
    )
    axes.plot(
        LENGTHS,
        whole.mean(axis=0),
        color=color,
        linewidth=2.5,
        marker=marker,
        label=name,
    )
axes.axvline(
    10.5,
    color="#1f2328",
    linestyle="--",
    linewidth=1,
)
axes.text(12.8, 0.5, "没见过的长度", ha="center")
axes.set(
    xlabel="数字串的长度",
    ylabel="整串写对的比例",
    xticks=LENGTHS,
    ylim=(-0.03, 1.03),
)
axes.legend(loc="upper right")
figure.savefig(
    "curves.svg",
    metadata={
        "Title": "整串写对的比例，随长度",
        "Description": "两组线，各十条细线和一条粗的平均。没有注意力的一组从长度 5 起往下落，"
        "到长度 10 接近 0；有注意力的一组到长度 10 平均还有 0.86；竖的虚线右边是没见过的"
        "长度 12 与 15，两组都落到 0 附近。",
    },
)
