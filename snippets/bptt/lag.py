"""没有训练过的三种网络：梯度往回走几步，还剩多少。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:measure]
import torch

from paired import compare

torch.set_num_threads(1)
KINDS = (
    "tanh，默认",
    "tanh，正交",
    "ReLU，单位矩阵",
)


def make_cell(kind, seed):
    torch.manual_seed(seed)
    relu = kind == "ReLU，单位矩阵"
    cell = torch.nn.RNNCell(
        4,
        32,
        nonlinearity="relu" if relu else "tanh",
    ).double()
    if kind == "tanh，正交":
        torch.nn.init.orthogonal_(cell.weight_hh)
    if relu:
        torch.nn.init.eye_(cell.weight_hh)
    return cell


def ratios(kind, seed):
    """读 100 个随机的字符；损失对 h_100、h_99……的
    梯度的范数，都除以第一个。"""
    cell = make_cell(kind, seed)
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
for kind, rows in curves.items():
    print(f"{kind}:")
    for lag in (10, 20, 50, 99):
        at = rows[:, lag]
        print(
            f"  间隔 {lag}: 中位数 {at.median():.2g}，"
            f"{at.min():.2g} 到 {at.max():.2g}"
        )
# --8<-- [end:table]

# --8<-- [start:paired]
default, orthogonal, relu = (
    rows[:, 50] for rows in curves.values()
)
for name, a, b in [
    ("正交，默认", orthogonal, default),
    ("ReLU，正交", relu, orthogonal),
]:
    found = compare(
        (a > b).tolist(), (b > a).tolist()
    )
    print(f"{name}: {found}")
# --8<-- [end:paired]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.4), layout="constrained"
)
lags = range(0, 100, 3)
for kind, rows in curves.items():
    shown = rows[:, lags]
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
    ylim=(1e-16, 3),
)
axes.set_yticks(
    [1, 1e-4, 1e-8, 1e-12, 1e-16],
    ["1", "10⁻⁴", "10⁻⁸", "10⁻¹²", "10⁻¹⁶"],
)
axes.minorticks_off()
axes.legend(loc="lower right")
figure.savefig(
    "lag.svg",
    metadata={
        "Title": "梯度往回走，还剩多少",
        "Description": "横轴是间隔 0 到 99 步，纵轴是剩下的比例，对数。"
        "默认的 tanh 是一条直线，一路降到图外；"
        "正交的 tanh 降得慢得多；ReLU 配单位矩阵几乎是平的。"
        "每条线是十个种子的中位数，带子是最小到最大。",
    },
)
