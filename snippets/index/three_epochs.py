"""第 1、3、15 轮：网络读 hello 时的隐藏状态，和它写出的字符。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:three-epochs]
import torch

torch.manual_seed(3332505980)
rnn = torch.nn.RNN(input_size=4, hidden_size=4)
x = torch.eye(4)[[1, 0, 2, 2, 3]]  # h e l l o
y = torch.tensor([3, 1, 2, 3, 2])  # o h l o l
optimizer = torch.optim.Adam(
    rnn.parameters(), lr=0.1
)
states = {}

for epoch in range(1, 16):
    optimizer.zero_grad()
    hidden, _ = rnn(x)
    loss = torch.nn.functional.cross_entropy(
        hidden, y, reduction="sum"
    )
    loss.backward()
    optimizer.step()
    if epoch in (1, 3, 15):
        states[epoch] = hidden.detach()
        top = [
            round(step.max().item(), 2)
            for step in hidden
        ]
        print(f"第 {epoch} 轮，损失 {loss:.4f}")
        print("每步最大的得分:", top)
# --8<-- [end:three-epochs]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(figsize=(4, 1.9))
axes.set(
    xlim=(-1.3, 17), ylim=(6.2, -2.4), aspect="equal"
)
axes.axis("off")
for row, char in enumerate("ehlo"):
    axes.text(
        -0.7,
        row + 0.5,
        char,
        ha="center",
        va="center",
    )
for panel, (epoch, state) in enumerate(
    states.items()
):
    left = panel * 6
    axes.text(
        left + 2.5,
        -1.7,
        f"第 {epoch} 轮",
        ha="center",
        va="center",
    )
    for step, scores in enumerate(state.tolist()):
        middle, written = (
            left + step + 0.5,
            scores.index(max(scores)),
        )
        axes.text(
            middle,
            -0.5,
            "hello"[step],
            ha="center",
            va="center",
        )
        for row, score in enumerate(scores):
            color = {
                "color": "C0" if score > 0 else "C4",
                "alpha": abs(score),
            }
            axes.add_patch(
                plt.Rectangle(
                    (left + step, row),
                    1,
                    1,
                    **color,
                    lw=0,
                )
            )
        box = plt.Rectangle(
            (left + step, written),
            1,
            1,
            fill=False,
            ec="#1f2328",
        )
        axes.add_patch(box)
        color = "C2" if written == y[step] else "C1"
        weight = {
            "color": color,
            "weight": "bold",
            "ha": "center",
            "va": "center",
        }
        axes.text(
            middle, 4.6, "ehlo"[written], **weight
        )
        if written != y[step]:
            axes.plot(
                middle,
                5.6,
                "x",
                color="C1",
                markersize=5,
            )
description = (
    "三幅并排的图，每幅 4 行 5 列：一列是读 hello 的一步，4 行是隐藏状态的 4 个数，也是 "
    "e、h、l、o 的得分；蓝色为正，黄褐色为负，越浓离 0 越远；框出的最大，下面是写出的字符。"
    "第 1 轮五步都写 h，第 3 轮写 ohlol，第 15 轮也写 ohlol，颜色浓得多。"
)
metadata = {
    "Title": "第 1、3、15 轮的网络",
    "Description": description,
}
figure.savefig("three_epochs.svg", metadata=metadata)
