"""没有训练过的网络：梯度随间隔怎样衰减，七种设置，各 10 个种子。"""

import warnings

import matplotlib.pyplot as plt
import torch

from cells import SETTINGS, build

torch.set_num_threads(1)


# --8<-- [start:gradients]
def by_lag(kind, change, seed):
    """末步状态的一个随机加权和，
    对第 T-k 步输入的梯度有多长。"""
    rnn = build(kind, change, seed).double()
    xs = torch.eye(8).double()[
        torch.randint(8, (100,))
    ]
    xs.requires_grad_()
    last = rnn(xs)[0][-1]
    weights = torch.randn(32).double()
    (last * weights).sum().backward()
    # 从末步往回数
    return xs.grad.norm(dim=1).flip(0)


# 一行一种设置、十个种子：(7, 10, 100)
lengths = torch.stack(
    [
        torch.stack(
            [by_lag(*s, seed) for seed in range(10)]
        )
        for s in SETTINGS.values()
    ]
)
ratios = lengths / lengths[:, :, :1]
# --8<-- [end:gradients]

# --8<-- [start:table]
# 几何平均：取对数，平均，再变回去
means = ratios.log().mean(dim=1).exp()
starts = lengths[:, :, 0].log().mean(dim=1).exp()
print("间隔          0 的长度  10       20       50")
for name, row, start in zip(
    SETTINGS, means, starts, strict=True
):
    texts = [f"{row[k]:.1e}" for k in (10, 20, 50)]
    wide = 12 - sum(c > "一" for c in name)
    print(
        f"{name:{wide}}  {start:.3f}    ",
        "  ".join(texts),
    )
# --8<-- [end:table]

# --8<-- [start:ranges]
print("间隔 50，十个种子里最小的、最大的")
for name, rows in zip(SETTINGS, ratios, strict=True):
    low, high = rows[:, 50].aminmax()
    wide = 12 - sum(c > "一" for c in name)
    print(f"{name:{wide}} {low:.1e}  {high:.1e}")
# --8<-- [end:ranges]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
styles = {
    "tanh": ("#1f2328", "-"),
    "tanh 正交": ("#1f2328", "--"),
    "LSTM": ("C0", "-"),
    "LSTM 偏置 1": ("C0", "-."),
    "LSTM 偏置 3": ("C0", "--"),
    "GRU": ("C1", "-"),
    "GRU 偏置 3": ("C1", "--"),
}
figure, axes = plt.subplots(
    figsize=(5.6, 4.2), layout="constrained"
)
# 线很直，隔五步画一点，网页轻一些
lags = range(0, 100, 5)
for name, row in zip(SETTINGS, means, strict=True):
    color, line = styles[name]
    axes.plot(
        lags,
        [row[k] for k in lags],
        color=color,
        linestyle=line,
        linewidth=2,
        label=name,
    )
axes.set(
    yscale="log",
    xlim=(0, 95),
    ylim=(1e-24, 20),
    xlabel="间隔 k",
    ylabel="梯度，除以间隔 0 的（对数）",
)
powers = (0, -5, -10, -15, -20)
axes.set_yticks(
    [10.0**p for p in powers],
    ["1", "10⁻⁵", "10⁻¹⁰", "10⁻¹⁵", "10⁻²⁰"],
)
axes.minorticks_off()
axes.legend(loc="lower left")
figure.savefig(
    "lag.svg",
    metadata={
        "Title": "没有训练过的七种网络，梯度随间隔的衰减",
        "Description": "横轴是间隔，纵轴是梯度除以间隔 0 的，对数。"
        "七条线大致是直线。默认的 tanh、LSTM、GRU 三条都陡直地落下去；"
        "LSTM 偏置 1 与正交的 tanh 缓得多；LSTM 偏置 3 与 GRU 偏置 3 在最上面，几乎是平的。",
    },
)
