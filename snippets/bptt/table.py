"""哪一步的损失，由哪一步用的 W_hh 分得多少梯度：5 × 5 的表。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:copies]
import torch

torch.manual_seed(3332505980)
cell = torch.nn.RNNCell(4, 4)
one_hot = torch.eye(4)
W_xh, W_hh, b_xh, b_hh = (
    p.detach() for p in cell.parameters()
)
# 五步各用一份 W_hh，值相同
copies = [W_hh.clone() for _ in range(5)]
for copy in copies:
    copy.requires_grad = True

hidden, states, losses = torch.zeros(4), [], []
for copy, x, label in zip(
    copies,
    one_hot[[1, 0, 2, 2, 3]],  # hello
    torch.tensor([3, 1, 2, 3, 2]),  # ohlol
    strict=True,
):
    hidden = torch.tanh(
        W_xh @ x + copy @ hidden + b_xh + b_hh
    )
    states.append(hidden)
    losses.append(
        torch.nn.functional.cross_entropy(
            hidden, label
        )
    )
# --8<-- [end:copies]


# --8<-- [start:uses]
def norms(loss, used):
    """损失对每一项的梯度的范数。"""
    found = torch.autograd.grad(
        loss, used, retain_graph=True
    )
    return [g.norm().item() for g in found]


def show(row):
    return " ".join(f"{norm:7.4f}" for norm in row)


table = []
steps = [f"{k:7}" for k in range(1, 6)]
print("第几步用", *steps)
for t, loss in enumerate(losses, start=1):
    table.append(norms(loss, copies[:t]))
    print(f"L_{t}  W_hh", show(table[-1]))
# --8<-- [end:uses]

# --8<-- [start:sum]
grads = []
for t, loss in enumerate(losses, start=1):
    grads += torch.autograd.grad(
        loss, copies[:t], retain_graph=True
    )
hidden, loss = torch.zeros(4), 0
for x, label in zip(
    one_hot[[1, 0, 2, 2, 3]],
    torch.tensor([3, 1, 2, 3, 2]),
    strict=True,
):
    hidden = cell(x, hidden)
    loss += torch.nn.functional.cross_entropy(
        hidden, label
    )
loss.backward()
same = torch.allclose(
    sum(grads), cell.weight_hh.grad
)
print(f"{len(grads)} 份加起来，相同: {same}")
# --8<-- [end:sum]

# --8<-- [start:states]
for t, loss in enumerate(losses, start=1):
    row = norms(loss, states[:t])
    print(f"L_{t}  h   ", show(row))
# --8<-- [end:states]

# 热图：一格里的颜色越深，范数越大。
# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.2), layout="constrained"
)
axes.grid(False)
for y, row in enumerate(table):
    for x, norm in enumerate(row):
        axes.fill_between(
            [x - 0.48, x + 0.48],
            y - 0.46,
            y + 0.46,
            color="C0",
            alpha=0.06 + 0.54 * norm,
            linewidth=0,
        )
        axes.text(
            x,
            y,
            f"{norm:.3f}",
            ha="center",
            va="center",
        )
axes.set_xticks(
    range(5), [f"第 {k} 步" for k in range(1, 6)]
)
axes.set_yticks(
    range(5), [f"第 {t} 步" for t in range(1, 6)]
)
axes.set(
    xlabel="用 W_hh 的一步",
    ylabel="损失的一步",
    ylim=(4.5, -0.5),
)
axes.tick_params(length=0)
axes.spines[:].set_visible(False)
figure.savefig(
    "table.svg",
    metadata={
        "Title": "每一步的损失，分给每一次使用多少梯度",
        "Description": "五行是第 1 到第 5 步的损失，"
        "五列是第 1 到第 5 步用的 W_hh，"
        "格里是贡献的范数，越深越大。"
        "右上角是空的：后面的步影响不到前面的损失。"
        "第 1 列全是 0。每一行从右往左变小，"
        "最后一行从右到左是 0.765、0.294、0.217、0.110、0。",
    },
)
