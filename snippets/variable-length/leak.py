"""双向的网络猜下一个符号：在前缀上重新问。

用时不到 10 秒，导入 PyTorch 另算。
"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:leak]
import torch

from next_symbol import RULE, ask, make, train

x, y, lengths = make(2, 400)
real = y > 0
# 知道规律的人：第一格没有规律，总猜 1
known = torch.ones_like(y)
known[:, 1:] = RULE[x[:, :-1], x[:, 1:]].argmax(2)
right = {
    "知道规律": [(known == y) & real],
    "单向": [],
    "双向": [],
    "双向，前缀": [],
}
for seed in range(100, 110):
    one, two = train(False, seed), train(True, seed)
    asked = (x, y, lengths)
    right["单向"].append(ask(one, *asked) & real)
    right["双向"].append(ask(two, *asked) & real)
    right["双向，前缀"].append(
        ask(two, *asked, prefix=True) & real
    )
print(f"{len(x)} 条，{real.sum()} 格")
print("            最低    最高")
share = {}
for name, each in right.items():
    counts = torch.stack(each).sum((1, 2))
    share[name] = counts / real.sum()
    low, high = share[name].aminmax()
    wide = 12 - sum(c > "一" for c in name)
    print(f"{name:{wide}}{low:.3f}   {high:.3f}")
# --8<-- [end:leak]

# --8<-- [start:from-end]
print("离末格几格    0      1      2      3")
everyone = torch.arange(len(x))
by_place = {}
for name, each in right.items():
    by_place[name] = torch.tensor(
        [
            [
                cells[everyone, lengths - 1 - k]
                .float()
                .mean()
                for k in range(4)
            ]
            for cells in each
        ]
    )
    means = by_place[name].mean(0)
    wide = 12 - sum(c > "一" for c in name)
    print(
        f"{name:{wide}}",
        "  ".join(f"{v:.3f}" for v in means),
    )
# --8<-- [end:from-end]

# --8<-- [start:paired]
from paired import compare

one, two = share["单向"], share["双向，前缀"]
print("前缀上谁的正确率高：单向与双向")
found = compare(
    (one > two).tolist(), (two > one).tolist()
)
print(f"  {found}")
print(f"比 8 次的界线: {0.05 / 8:.4f}")
# --8<-- [end:paired]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.2), layout="constrained"
)
styles = {
    "知道规律": ("C2", "--"),
    "单向": ("C0", "-"),
    "双向": ("C1", "-"),
    "双向，前缀": ("C1", ":"),
}
for name, values in by_place.items():
    color, line = styles[name]
    axes.plot(
        range(4),
        values.mean(0),
        color=color,
        linestyle=line,
        linewidth=2,
        label=name,
    )
axes.set(
    ylim=(0, 1.05),
    xlim=(3.2, -0.2),
    xlabel="离末格还有几格",
    ylabel="正确率",
)
axes.set_xticks(range(4))
axes.set_yticks([0, 0.5, 1])
axes.legend(loc=(0.02, 0.5))
figure.savefig(
    "leak.svg",
    metadata={
        "Title": "离末格还有几格时的正确率",
        "Description": "横轴从左到右走向末格。双向的线一直在最上面，到末格陡落到最下面；"
        "知道规律的、单向的、只给前缀的双向三条都是平的，依次往下。",
    },
)
