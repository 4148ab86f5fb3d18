"""十二条序列：GRU 与几种基线，往后 1 到 20 步。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:table]
from pathlib import Path

import numpy as np

from series import ar2, errors, fit, predict, windows

product = np.load(
    Path(__file__).with_name("train_forecast.npz")
)


def baselines(horizon):
    """名字 → 十二条序列的 RMSE，(12, horizon)。"""
    found = {
        "均值": [],
        "持续法": [],
        "最小二乘": [],
    }
    for seed in range(12):
        series = ar2(seed, 2000)
        past, future = series[:1000], series[1000:]
        x, y = windows(past, 20, horizon)
        x_test, y_test = windows(future, 20, horizon)
        x, near = x[:, -4:], x_test[:, -4:]
        guesses = {
            "均值": past.mean(),
            "持续法": near[:, -1:],
            "最小二乘": predict(fit(x, y), near),
        }
        for name, guess in guesses.items():
            found[name].append(errors(guess, y_test))
    return {k: np.array(v) for k, v in found.items()}


# 只猜 1 步的与猜 20 步的，测试的窗口数不同，分开
one = baselines(1) | {"GRU": product["one"]}
far = baselines(20) | {
    "GRU": product["far"],
    "GRU 训练更久": product["long"],
}
# --8<-- [end:table]

# --8<-- [start:one-step]
for name, table in one.items():
    first = table[:, 0]
    print(
        f"{np.median(first):.2f}"
        f"（{first.min():.2f} 到 {first.max():.2f}）"
        f"{name}"
    )
# --8<-- [end:one-step]

# --8<-- [start:versus]
from paired import p_value


def versus(a, b):
    """逐条序列比：a 的误差小的几条，大的几条。"""
    less, more = (
        int((a < b).sum()),
        int((a > b).sum()),
    )
    p = p_value(less, more)
    return f"小 {less}，大 {more}，p = {p:.4f}"


for name in ("持续法", "最小二乘"):
    print(f"GRU 对 {name}:")
    print(f"  {versus(one['GRU'], one[name])}")
print(f"界线 0.05 / 62 = {0.05 / 62:.4f}")
# --8<-- [end:versus]

# --8<-- [start:floor]
ripple = [1.0, 1.6]
for _ in range(18):
    ripple.append(
        1.6 * ripple[-1] - 0.8 * ripple[-2]
    )
floor = np.sqrt(np.cumsum(np.square(ripple)))
print("往后几步      1     2     5    10    20")
# 隔几步的相关也照公式传，隔 1 步的是 1.6 / 1.8
related = [1.0, 1.6 / 1.8]
for _ in range(19):
    related.append(
        1.6 * related[-1] - 0.8 * related[-2]
    )
shown = {
    "隔这么多步的相关": related[1:],
    "下限": floor,
    **far,
}
for name, table in shown.items():
    middle = np.median(np.atleast_2d(table), 0)
    print(
        "".join(
            f"{middle[k - 1]:6.2f}"
            for k in (1, 2, 5, 10, 20)
        ),
        name,
    )
# --8<-- [end:floor]

# --8<-- [start:far]
for name, other, k in (
    ("持续法", "均值", 5),
    ("GRU", "均值", 10),
    ("GRU", "最小二乘", 10),
    ("GRU", "均值", 20),
    ("最小二乘", "均值", 20),
    ("GRU 训练更久", "GRU", 20),
):
    print(f"往后 {k} 步，{name} 对 {other}:")
    a, b = far[name][:, k - 1], far[other][:, k - 1]
    print(f"  {versus(a, b)}")
# --8<-- [end:far]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.2), layout="constrained"
)
steps = range(1, 21)
axes.plot(
    steps, floor, color="#1f2328", linestyle=":"
)
for name in ("持续法", "均值", "最小二乘", "GRU"):
    axes.plot(
        steps, np.median(far[name], 0), label=name
    )
axes.text(20, 2.9, "下限", ha="right")
axes.set(
    xlabel="往后几步",
    ylabel="RMSE",
    ylim=(0, 7.5),
    xticks=(1, 5, 10, 15, 20),
)
axes.legend(loc="upper right", ncols=2)
figure.savefig(
    "compare_ar2.svg",
    metadata={
        "Title": "往后 1 到 20 步的 RMSE",
        "Description": "横轴是往后几步，纵轴是误差。"
        "点线是下限，从 1 升到均值那条水平线附近。"
        "最小二乘贴着下限走，GRU 略高一点。"
        "持续法往后几步就高过均值那条水平线，"
        "到第 7 步上下最高，后来降了一些。",
    },
)
