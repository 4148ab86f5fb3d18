"""训练与验证的困惑度曲线：三种网络，一个训练得更久的。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:curves]
import numpy as np

from corpus import train as poems
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
            f"{np.exp(train):7.1f} "
            f"{np.exp(valid):7.1f}"
        )
passes = 300 * 64 / len(poems)
print(f"300 步，每步 64 首，是 {passes:.0f} 遍")
# --8<-- [end:curves]

plt.rcParams["svg.fonttype"] = (
    "none"  # 汉字留给看图的浏览器去画
)
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3), layout="constrained"
)
for name, color in {
    "RNN": "C0",
    "GRU 更久": "C1",
    "LSTM": "C2",
}.items():
    steps, train, valid = curves[name][3::4].T
    axes.plot(
        steps,
        np.exp(valid),
        color,
        label=name.split()[0],
    )
    axes.plot(steps, np.exp(train), f"{color}--")
axes.set(xlabel="步", ylabel="困惑度", yscale="log")
ticks = [5, 10, 20, 50, 100, 200]
axes.set_yticks(ticks, ticks)
axes.minorticks_off()
axes.set_title("实线验证，虚线训练")
axes.legend()
axes.grid(visible=False)
figure.savefig(
    "curves.svg",
    metadata={
        "Title": "训练与验证的困惑度",
        "Description": "训练曲线一直降；验证曲线 RNN、GRU 先降后升，LSTM 一直降。"
        "GRU 训练 1000 步，验证越升越高，训练越降越低。",
    },
)
