"""没有输出层时损失停在下限上面，加了 Linear 则继续下降。

画出两条损失曲线，再比较隐藏大小 3、4、8，softmax 做两次。

用时不到 10 秒，导入 PyTorch 另算。
"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:train]
import torch

# 矩阵只有几行几列，分给多个线程反而慢
torch.set_num_threads(1)
# hello，一行一个独热向量
inputs = torch.eye(4)[[1, 0, 2, 2, 3]]
# ohlol 各字符的索引
labels = torch.tensor([3, 1, 2, 3, 2])
sum_of_losses = torch.nn.CrossEntropyLoss(
    reduction="sum"
)


def train(
    size, output_layer, epochs, softmax_first=False
):
    """训练 epochs 轮，
    返回每一轮的损失（五步之和）与得分 (5, 4)。"""
    torch.manual_seed(3332505980)
    # 与 RNNCell 同一公式，五步一次算完
    rnn = torch.nn.RNN(4, size)
    last = (
        torch.nn.Linear(size, 4)
        if output_layer
        else torch.nn.Identity()
    )
    parameters = [
        *rnn.parameters(),
        *last.parameters(),
    ]
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    losses, scores = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        z = last(rnn(inputs)[0])
        loss = sum_of_losses(
            z.softmax(dim=1) if softmax_first else z,
            labels,
        )
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        scores.append(z.detach())
    return losses, scores


# --8<-- [end:train]


# --8<-- [start:curves]
curves = {}
for name, output_layer in [
    ("没有输出层", False),
    ("加 Linear(4, 4)", True),
]:
    losses, scores = train(
        4, output_layer, epochs=3000
    )
    curves[name] = losses
    print(f"{name}:")
    for epoch in (1, 15, 50, 1000, 3000):
        print(
            f"  第 {epoch:4} 轮  "
            f"loss={losses[epoch - 1]:.4f}"
        )
    lower = [
        e
        for e, loss in enumerate(losses, 1)
        if loss < 1.70376
    ]
    print(
        "  第一次低于 1.70376: "
        f"{lower[0] if lower else '没有'}"
    )
    p = scores[-1].softmax(dim=1)[range(5), labels]
    texts = [
        f"{number:.3f}" for number in p.tolist()
    ]
    print("  正确字符的概率:", *texts)
# --8<-- [end:curves]

# --8<-- [start:sizes]
print("大小 输出层  第 1 轮  第 300 轮")
for output_layer in (False, True):
    for size in (3, 4, 8):
        has = "有" if output_layer else "无"
        row = f"{size:3}    {has}   "
        try:
            losses, scores = train(
                size, output_layer, epochs=300
            )
        except IndexError as error:
            print(f"{row} IndexError: {error}")
            continue
        # 索引 4 到 7 没有字符，写成「?」。
        first, final = (
            "".join(
                "ehlo????"[i]
                for i in scores[epoch].argmax(dim=1)
            )
            for epoch in (0, -1)
        )
        print(
            f"{row} {first}    {final}  "
            f"loss={losses[-1]:.4f}"
        )

floor = 5 * torch.log(
    1 + 7 * torch.exp(torch.tensor(-2.0))
)
print(
    f"8 个得分，没有输出层，五步的下限: {floor:.4f}"
)
# --8<-- [end:sizes]

# --8<-- [start:softmax-twice]
for name, output_layer in [
    ("没有输出层", False),
    ("加 Linear(4, 4)", True),
]:
    losses, _ = train(
        4,
        output_layer,
        epochs=300,
        softmax_first=True,
    )
    chosen = [losses[e - 1] for e in (1, 15, 300)]
    texts = [f"{loss:.4f}" for loss in chosen]
    print(f"{name}，第 1、15、300 轮:", *texts)
# --8<-- [end:softmax-twice]


def short(loss):
    """图上写的数：小的写成 3×10⁻³ 的样子。"""
    if loss >= 0.01:
        return f"{loss:.2f}"
    digit, power = f"{loss:.0e}".split("e-0")
    return f"{digit}×10⁻{'⁰¹²³⁴⁵⁶⁷⁸⁹'[int(power)]}"


# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.4), layout="constrained"
)
# 轮数的间隔越来越大：横轴是对数，密了也看不出。
epochs = sorted(
    {round(10 ** (k / 30)) for k in range(91)}
    | {15, 50}
)
for name, losses in curves.items():
    (line,) = axes.plot(
        epochs,
        [losses[e - 1] for e in epochs],
        label=name,
    )
    color = line.get_color()
    for epoch in (15, 50, 1000):
        loss = losses[epoch - 1]
        axes.plot(
            epoch,
            loss,
            "o",
            color=color,
            clip_on=False,
        )
        # 不压在曲线上：走平的写在上方，
        # 下降的写在右边，末端写在下方。
        if loss > 1:
            offset, side = (0, 8), "center"
        else:
            offset, side = (
                ((8, 2), "left")
                if epoch < 1000
                else ((0, -16), "center")
            )
        axes.annotate(
            short(loss),
            (epoch, loss),
            offset,
            textcoords="offset points",
            ha=side,
            color=color,
        )
floor = (
    5
    * torch.log(
        1 + 3 * torch.exp(torch.tensor(-2.0))
    ).item()
)
axes.axhline(
    floor,
    color="#1f2328",
    linestyle="--",
    label="下限",
)
axes.set(xscale="log", yscale="log")
axes.set_xticks(
    [1, 15, 50, 1000], ["1", "15", "50", "1000"]
)
axes.set_yticks(
    [10, 1, 0.1, 0.01, 0.001, 0.0001],
    ["10", "1", "0.1", "0.01", "10⁻³", "10⁻⁴"],
)
axes.set_ylim(bottom=3e-5)
axes.minorticks_off()
axes.set(
    xlabel="轮（对数）",
    ylabel="五步损失之和（对数）",
)
axes.legend(loc="lower left")
figure.savefig(
    "training_to_floor.svg",
    metadata={
        "Title": "没有输出层与加 Linear 的损失曲线",
        "Description": "横轴是 1 到 1000 轮，纵轴是五步损失之和，都是对数。没有输出层的曲线"
        "第 15 轮是 2.0562，第 50 轮是 1.7454，第 1000 轮是 1.7045，"
        "贴着虚线 1.70376 走平；加了 Linear 的曲线穿过虚线一直下降，"
        "第 15、50、1000 轮是 0.1451、0.0028、0.0002。",
    },
)
