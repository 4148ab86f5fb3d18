"""没有训练过的几种网络：梯度往回走几步，还剩多少。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:measure]
import torch

from paired import p_value

torch.set_num_threads(1)
orthogonal = torch.nn.init.orthogonal_
identity = torch.nn.init.eye_
# 激活函数、W_hh 的初始化、再乘几
KINDS = {
    "tanh 默认": ("tanh", None, 1),
    "tanh 正交": ("tanh", orthogonal, 1),
    "tanh 单位": ("tanh", identity, 1),
    "ReLU 默认": ("relu", None, 1),
    "ReLU 正交": ("relu", orthogonal, 1),
    "ReLU 单位": ("relu", identity, 1),
    "tanh 乘 2": ("tanh", None, 2),
    "tanh 乘 4": ("tanh", None, 4),
}


def ratios(kind, seed):
    """读 100 个随机的字符；损失对 h_100、h_99……的
    梯度的范数，都除以第一个。"""
    torch.manual_seed(seed)
    activation, initialize, scale = KINDS[kind]
    cell = torch.nn.RNNCell(
        4, 32, nonlinearity=activation
    ).double()
    if initialize:
        initialize(cell.weight_hh)
    with torch.no_grad():
        cell.weight_hh.mul_(scale)
    # 各种初始化用掉的随机数不一样多，所以再设一次：
    # 同一个种子，读的字符和损失都相同，才能成对地比
    torch.manual_seed(1000 + seed)
    one_hot = torch.eye(4).double()
    hidden = torch.zeros(32).double()
    states = []
    for x in one_hot[torch.randint(4, (100,))]:
        hidden = cell(x, hidden)
        states.append(hidden)
    # 损失：最后的状态乘一组随机的权重，加起来
    loss = hidden @ torch.randn(32).double()
    found = torch.autograd.grad(loss, states)
    norms = torch.stack([g.norm() for g in found])
    return norms.flip(0) / norms[-1]


curves = {
    kind: torch.stack(
        [ratios(kind, seed) for seed in range(10)]
    )
    for kind in KINDS
}
# --8<-- [end:measure]

# --8<-- [start:table]
print("间隔           10       50       99", end="")
print("   50 的最小、最大")
for kind, rows in curves.items():
    middle = rows.quantile(0.5, dim=0)
    numbers = [
        *(middle[lag] for lag in (10, 50, 99)),
        rows[:, 50].min(),
        rows[:, 50].max(),
    ]
    print(
        kind + "".join(f"{n:9.2g}" for n in numbers)
    )
middle = curves["tanh 默认"].quantile(0.5, dim=0)
each = middle[50] ** (1 / 50)
print(f"tanh 默认，平均每步乘 {each:.2f}")
print(f"三分之一开方是 {(1 / 3) ** 0.5:.2f}")
# --8<-- [end:table]

# --8<-- [start:paired]
PAIRS = [
    ("tanh 正交", "tanh 默认"),
    ("ReLU 单位", "tanh 正交"),
    ("ReLU 单位", "tanh 单位"),
    ("ReLU 单位", "ReLU 默认"),
    ("ReLU 单位", "ReLU 正交"),
]
for one, other in PAIRS:
    a, b = curves[one][:, 50], curves[other][:, 50]
    more, less = (
        int((a > b).sum()),
        int((b > a).sum()),
    )
    p = p_value(more, less)
    print(
        f"{one}、{other}: "
        f"大 {more}，小 {less}，p = {p:.4f}"
    )
print(f"界线 0.05 / 5 = {0.05 / len(PAIRS)}")
# --8<-- [end:paired]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.4), layout="constrained"
)
lags = range(0, 100, 9)
for kind in (
    "tanh 默认",
    "tanh 正交",
    "ReLU 单位",
    "tanh 乘 4",
):
    shown = curves[kind][:, lags]
    (line,) = axes.plot(
        lags, shown.quantile(0.5, dim=0), label=kind
    )
    axes.fill_between(
        lags,
        shown.min(dim=0).values,
        shown.max(dim=0).values,
        color=line.get_color(),
        alpha=0.15,
        linewidth=0,
    )
axes.set(
    yscale="log",
    xlabel="间隔（步）",
    ylabel="剩下的比例（对数）",
    ylim=(1e-30, 1e12),
)
axes.set_yticks(
    [1e10, 1, 1e-10, 1e-20, 1e-30],
    ["10¹⁰", "1", "10⁻¹⁰", "10⁻²⁰", "10⁻³⁰"],
)
axes.minorticks_off()
axes.legend(loc="lower left")
figure.savefig(
    "lag.svg",
    metadata={
        "Title": "梯度往回走，还剩多少",
        "Description": "横轴是间隔 0 到 99 步，纵轴是剩下的比例，对数。"
        "默认的 tanh 差不多是一条直线，从 1 降到 10⁻²⁵ 以下；"
        "正交的 tanh 降得慢得多；ReLU 配单位矩阵几乎是平的；"
        "tanh 乘 4 差不多是一条上升的直线。"
        "每条线是十个种子的中位数，带子是最小到最大。",
    },
)
