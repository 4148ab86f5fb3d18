"""重新训练一遍，看每一步的损失。"""

import warnings

import matplotlib.pyplot as plt

from hello import vocab
from training import train

# --8<-- [start:step-losses]
history = train(3332505980)

print("轮 写出  五步各自的损失                和")
for epoch in range(1, 11):
    predicted, losses, _ = history[epoch - 1]
    numbers = [*losses, sum(losses)]
    texts = [f"{number:.3f}" for number in numbers]
    print(f"{epoch:2}", predicted, *texts)
# --8<-- [end:step-losses]

# --8<-- [start:last-step]
print("最后一步的概率，该写的是 l")
print("轮   " + "      ".join(vocab))
for epoch in [3, 4, 5, 6]:
    _, _, scores = history[epoch - 1]
    columns = " ".join(
        f"{p:.4f}"
        for p in scores.softmax(dim=1)[0].tolist()
    )
    print(f"{epoch}  {columns}")
# --8<-- [end:last-step]

# 五步各自的损失随轮数的变化；写错的那几步画成叉。
# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(figsize=(5.6, 3.8))
epochs = range(1, len(history) + 1)
axes.axvspan(
    3.5, 5.5, color="C4", alpha=0.15, linewidth=0
)
axes.axvspan(
    6.5, 9.5, color="C2", alpha=0.15, linewidth=0
)
for step, (x, y) in enumerate(
    zip("hello", "ohlol", strict=True)
):
    losses = [row[1][step] for row in history]
    (line,) = axes.plot(
        epochs,
        losses,
        label=f"{step + 1}: {x} → {y}",
    )
    wrong = [
        epoch
        for epoch in epochs
        if history[epoch - 1][0][step] != y
    ]
    right = [
        epoch
        for epoch in epochs
        if epoch not in wrong
    ]
    for marked, marker in [
        (wrong, "x"),
        (right, "."),
    ]:
        heights = [
            losses[epoch - 1] for epoch in marked
        ]
        axes.plot(
            marked,
            heights,
            marker,
            color=line.get_color(),
        )
axes.set_xlabel("轮")
axes.set_ylabel("这一步的损失")
axes.set_xticks([1, 3, 5, 7, 9, 11, 13, 15])
axes.set_ylim(bottom=0)
axes.legend(title="步: 读 → 写")
description = (
    "五条线，横轴是 1 到 15 轮，纵轴是一步的损失。大体都在下降，但第 5 步（读 o 写 l）"
    "从第 3 轮到第 4 轮升高；第 7 到 9 轮第 3、4 步一起升高，第 5 步在这几轮里骤降。"
    "叉表示写错：第 4、5 轮只有第 5 步是叉，第 6 轮起五步都是点。"
)
figure.savefig(
    "retrain.svg",
    metadata={
        "Title": "五步各自的损失",
        "Description": description,
    },
)
