"""测试集上的困惑度：文法与三种网络，同样的诗成对比。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:table]
import numpy as np

from ngrams import all_baselines
from results import RESULTS

scores = {
    name: losses
    for name, (losses, _) in all_baselines().items()
}
for name, result in RESULTS.items():
    for seed, losses in enumerate(result["test"]):
        scores[f"{name} {seed}"] = losses
perplexity = {
    name: np.exp(losses.mean())
    for name, losses in scores.items()
}
for name in RESULTS:
    seeds = [
        perplexity[f"{name} {s}"] for s in range(3)
    ]
    print(
        f"{name:5}"
        + "".join(f"{v:7.1f}" for v in seeds)
    )
# --8<-- [end:table]

# --8<-- [start:paired]
from paired import compare


def versus(a, b):
    """a 的损失低的诗，对 b 的损失低的诗。"""
    lower = scores[a] < scores[b]
    found = compare(
        lower.tolist(), (~lower).tolist()
    )
    print(f"{a}，{b}：")
    print(f"  {found}")


print(f"界线 {0.05 / 18:.4f}")
for seed in range(3):
    versus(f"GRU {seed}", "二元")
for seed in range(3):
    versus(f"LSTM {seed}", "位置与二元")
# --8<-- [end:paired]

# --8<-- [start:cells]
for a, b in [
    ("GRU", "RNN"),
    ("LSTM", "GRU"),
    ("GRU", "位置与二元"),
    ("RNN", "位置与二元"),
]:
    for seed in range(3):
        other = f"{b} {seed}" if b in RESULTS else b
        versus(f"{a} {seed}", other)
# --8<-- [end:cells]

plt.rcParams["svg.fonttype"] = (
    "none"  # 汉字留给看图的浏览器去画
)
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.2), layout="constrained"
)
names = [
    "一元",
    "四元",
    "三元",
    "二元",
    "位置",
    "RNN",
    "GRU",
    "LSTM",
    "位置与二元",
]
for row, name in enumerate(reversed(names)):
    values = [
        v
        for key, v in perplexity.items()
        if key == name or key.split()[0] == name
    ]
    color = "C0" if name in RESULTS else "C4"
    axes.barh(
        row, np.mean(values), color=color, height=0.6
    )
    axes.text(
        np.mean(values) + 4,
        row,
        f"{np.mean(values):.1f}",
        va="center",
    )
axes.set_yticks(range(len(names)), reversed(names))
axes.set(xlabel="测试集的困惑度")
axes.grid(visible=False)
figure.savefig(
    "compare.svg",
    metadata={
        "Title": "测试集的困惑度",
        "Description": "从一元的 329 到位置与二元的 112；三种网络在二元与它之间。",
    },
)
