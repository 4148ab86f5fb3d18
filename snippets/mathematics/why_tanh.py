"""去掉 tanh，权重大于 1 时隐藏状态一步步变大，直到浮点数装不下；有 tanh 则不会。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:explode]
import torch

curves = {}
for w in (0.9, 1.1, 3.0):
    linear = torch.tensor(0.0)
    squashed = torch.tensor(0.0)
    rows = []
    for _ in range(1000):
        linear = w * linear + 1  # 每一步的输入都是 1
        squashed = torch.tanh(w * squashed + 1)
        rows.append((linear.item(), squashed.item()))
    curves[w] = rows
    print(f"w={w}:    没有 tanh    有 tanh")
    for step in (10, 50, 1000):
        without, with_tanh = rows[step - 1]
        print(
            f"  第 {step:4} 步 {without:10.4g} "
            f"{with_tanh:9.4f}"
        )
# --8<-- [end:explode]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.2), layout="constrained"
)
steps = range(1, 51)
for w, rows in curves.items():
    (line,) = axes.plot(
        steps,
        [rows[s - 1][0] for s in steps],
        label=f"w={w}",
    )
    axes.plot(
        steps,
        [rows[s - 1][1] for s in steps],
        linestyle="--",
        color=line.get_color(),
    )
axes.set(
    xlabel="步",
    ylabel="隐藏状态（对数）",
    yscale="log",
    ylim=(0.5, 1e8),
)
axes.set_yticks([1, 1e4, 1e8], ["1", "1 万", "1 亿"])
axes.minorticks_off()
axes.legend(loc="upper right")
figure.savefig(
    "why_tanh.svg",
    metadata={
        "Title": "有 tanh 与没有 tanh 的隐藏状态",
        "Description": "横轴是步，纵轴是隐藏状态，对数。没有 tanh 的三条实线：w=0.9 的"
        "走平，w=1.1 的慢慢变大，w=3.0 的几乎直着向上；有 tanh 的三条虚线都在 1 以下走平。",
    },
)
