"""裁剪与不裁剪成对地比；裁剪之前的范数。读训练程序的产物。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:compare]
from pathlib import Path

import numpy as np

from paired import p_value

here = Path(__file__)
saved = np.load(here.with_name("train_clip.npz"))
none, clipped, slower, usual = saved["accuracies"]


def better(a, b):
    """同样的种子，谁的准确率高；比三次，p 乘 3。"""
    more, less = (a > b).sum(), (b > a).sum()
    p = p_value(int(more), int(less))
    return (
        f"高 {more}，低 {less}，p = {p:.4f}，"
        f"校正 {min(1, 3 * p):.3f}"
    )


print("裁剪，不裁剪:", better(clipped, none))
print("裁剪，0.01:", better(clipped, slower))
print("0.01，不裁剪:", better(slower, none))
print(f"4 对 0 的 p = {p_value(4, 0):.3f}")
# --8<-- [end:compare]

# --8<-- [start:norms]
settings = [
    ("不裁剪", np.inf, 0.1),
    ("裁到 1", 1, 0.1),
    ("0.01", np.inf, 0.01),
    ("原样", 1, 0.1),
]
longest = []  # 每个种子走得最远的一步
for (name, line, lr), norms in zip(
    settings, saved["norms"], strict=True
):
    print(
        f"{name}: 中位数 {np.median(norms):.2f}，"
        f"最大 {norms.max():.2f}，"
        f"大于 1 的占 {(norms > 1).mean():.0%}"
    )
    far = np.minimum(norms, line).max(axis=1)
    longest.append(lr * far)
print(f"每种 {norms.size} 次更新")
# --8<-- [end:norms]

# --8<-- [start:steps]
print("走得最远的一步，十个种子:")
for (name, _, _), far in zip(
    settings[:3], longest[:3], strict=True
):
    print(f"{name}:")
    print(" ", *(f"{step:.2f}" for step in far))
steps = np.array(longest[:3])
rates = np.array([none, clipped, slower])
for name, some in [
    ("走过 0.5 以上的一步", steps > 0.5),
    ("没有走过", steps <= 0.5),
]:
    print(
        f"{name}: {some.sum()} 个，准确率 "
        f"{rates[some].min():.2f} 到 "
        f"{rates[some].max():.2f}"
    )
    high = (rates[some] > 0.9).sum()
    print(f"  到了 0.9 的 {high} 个")
# --8<-- [end:steps]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3), layout="constrained"
)
norms = saved["norms"][1].flatten()
axes.hist(
    norms, bins=np.logspace(-2, 2, 33), color="C0"
)
axes.axvline(1, color="C1", linestyle="--")
axes.annotate(
    "裁剪线",
    (1, 1),
    (6, -12),
    xycoords=("data", "axes fraction"),
    textcoords="offset points",
    color="C1",
)
axes.set(
    xscale="log",
    xlabel="裁剪之前的范数（对数）",
    ylabel="更新的次数",
)
axes.set_xticks(
    [0.01, 0.1, 1, 10, 100],
    ["0.01", "0.1", "1", "10", "100"],
)
axes.minorticks_off()
figure.savefig(
    "clip.svg",
    metadata={
        "Title": "裁剪之前的范数",
        "Description": "横轴是裁剪之前的范数，对数；纵轴是更新的次数。"
        "虚线是裁剪线 1，两边都有许多次；右边的一直伸到几十。",
    },
)
