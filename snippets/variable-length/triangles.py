"""改一个输入，两个方向的状态各有哪些变了。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:triangles]
import torch

torch.manual_seed(0)
rnn = torch.nn.RNN(4, 4, bidirectional=True)
x = torch.eye(4)[[1, 0, 2, 2, 3]]  # hello
changes = []
with torch.no_grad():
    before, _ = rnn(x)
    for t in range(5):
        other = x.clone()
        # 换成排在后面的一个字符
        other[t] = x[t].roll(1)
        after, _ = rnn(other)
        moved = (after - before).abs()
        changes.append(moved.view(5, 2, 4).amax(2))
changes = torch.stack(changes)
for d, name in enumerate(("向右", "向左")):
    print(f"{name}   h_1   h_2   h_3   h_4   h_5")
    for t in range(5):
        texts = [
            f"{v:.2f}" for v in changes[t, :, d]
        ]
        print(f"改 x_{t + 1} ", "  ".join(texts))
# --8<-- [end:triangles]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, panels = plt.subplots(
    1, 2, figsize=(5.6, 2.9), layout="constrained"
)
for d, axes in enumerate(panels):
    shades = (
        changes[:, :, d] / changes[:, :, d].max()
    )
    # 一样浓的几格合成一条断开的粗线，网页轻一些
    cells = {}
    for row in range(5):
        for column in range(5):
            level = round(
                shades[row, column].item(), 1
            )
            if shades[row, column] > 0:
                level = max(0.1, level)
                xs, ys = cells.setdefault(
                    level, ([], [])
                )
                xs += [
                    column,
                    column + 0.94,
                    float("nan"),
                ]
                ys += [row + 0.47] * 3
    for level, (xs, ys) in cells.items():
        axes.plot(
            xs,
            ys,
            color="#1565c0",
            alpha=level,
            linewidth=28,
            solid_capstyle="butt",
        )
    axes.set_title(("向右", "向左")[d], fontsize=12)
    axes.set_xlim(0, 5)
    axes.set_ylim(5, 0)
    middles = [k + 0.47 for k in range(5)]
    axes.set_xticks(middles, list("12345"))
    axes.set_yticks(middles, list("12345"))
    axes.set_xlabel("哪一步的状态")
    axes.grid(visible=False)
    axes.tick_params(length=0)
    for spine in axes.spines.values():
        spine.set_visible(False)
panels[0].set_ylabel("改哪一步的输入")
figure.savefig(
    "triangles.svg",
    metadata={
        "Title": "改一个输入，两个方向的状态变了多少",
        "Description": "左右两张表，一行改一个输入，一列一个状态，变得越多颜色越浓，没有变的空着。"
        "向右的占满右上三角，向左的占满左下三角，对角线两张都有。",
    },
)
