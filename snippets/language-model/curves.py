"""训练与验证的困惑度曲线：三种网络，一个训练得更久的。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:curves]
import numpy as np

from results import RESULTS, load

curves = {
    name: result["curves"][0]
    for name, result in RESULTS.items()
}
curves["GRU 更久"] = load("train_long.npz")["curve"]
print("种子 0       最低的步  训练   验证")
for name, curve in curves.items():
    for row in (
        curve[curve[:, 2].argmin()],
        curve[-1],
    ):
        step, train, valid = row
        space = "　" * (4 - len(name) // 3)
        print(
            f"{name:8} 第 {step:4.0f} 步 "
            f"{np.exp(train):7.1f} {np.exp(valid):7.1f}"
        )
# --8<-- [end:curves]

plt.rcParams["svg.fonttype"] = (
    "none"  # 汉字留给看图的浏览器去画
)
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    1,
    2,
    figsize=(5.6, 3),
    sharey=True,
    layout="constrained",
)
for name, color in zip(
    ("RNN", "GRU", "LSTM"),
    ("C0", "C1", "C2"),
    strict=True,
):
    steps, train, valid = curves[name][1::2].T
    axes[0].plot(
        steps, np.exp(valid), color, label=name
    )
    axes[0].plot(
        steps, np.exp(train), color, linestyle="--"
    )
steps, train, valid = curves["GRU 更久"][1::2].T
axes[1].plot(
    steps, np.exp(valid), "C1", label="验证"
)
axes[1].plot(
    steps, np.exp(train), "C1--", label="训练"
)
axes[0].set(
    xlabel="步", ylabel="困惑度", yscale="log"
)
axes[1].set(xlabel="步", title="GRU，1000 步")
axes[0].set_title("实线验证，虚线训练")
ticks = [5, 10, 20, 50, 100, 200]
axes[0].set_yticks(ticks, ticks)
axes[0].minorticks_off()
for ax in axes:
    ax.legend()
figure.savefig(
    "curves.svg",
    metadata={
        "Title": "训练与验证的困惑度",
        "Description": "左边三种网络的验证曲线先降后升，训练曲线一直降；"
        "右边训练 1000 步，验证越升越高，训练越降越低。",
    },
)
