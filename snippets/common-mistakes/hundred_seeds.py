"""100 个种子，清零与忘了清零各训练 60 轮：写对的个数，成对地比。"""

import warnings

import matplotlib.pyplot as plt

# 前面写好的：一起训练 100 个种子；成对地比。
from batch_training import train_all
from paired import compare

# --8<-- [start:with-and-without]
# 第 t 行：第 t 轮里 100 个种子各自是否写对
cleared = train_all(clear=True)
forgotten = train_all(clear=False)
for epoch in (15, 30, 60):
    with_it = cleared[epoch - 1]
    without = forgotten[epoch - 1]
    print(
        f"第 {epoch} 轮写对: 清零 {with_it.sum()}，"
        f"忘了 {without.sum()}"
    )
    both = with_it.tolist(), without.tolist()
    print(f"  {compare(*both)}")
# --8<-- [end:with-and-without]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.2), layout="constrained"
)
epochs = range(1, 61)
axes.plot(
    epochs,
    cleared.sum(dim=1),
    color="C0",
    linewidth=2,
    label="每轮清零",
)
axes.plot(
    epochs,
    forgotten.sum(dim=1),
    color="C1",
    linewidth=2,
    linestyle="--",
    label="忘了清零",
)
axes.set_xlabel("轮数")
axes.set_ylabel("写对 ohlol 的种子")
axes.set_xlim(1, 60)
axes.set_ylim(0, 100)
axes.set_xticks([1, 15, 30, 45, 60])
axes.legend(loc="upper left")
figure.savefig(
    "hundred_seeds.svg",
    metadata={
        "Title": "清零与忘了清零：每一轮写对 ohlol 的种子有几个",
        "Description": "横轴是轮数，从第 1 轮到第 60 轮；纵轴是 100 个种子里写对"
        "的个数。实线是每轮清零，先快后慢地上升，第 15 轮 72 个，第 60 轮 82 个。虚线是"
        "忘了清零，前两轮与实线重合，不久停住，第 30 轮 37 个，最后降下来，第 60 轮 24 个。",
    },
)
