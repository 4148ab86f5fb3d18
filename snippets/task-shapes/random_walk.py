"""随机游走：看上去完美的图，与真的往后走。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:perfect]
from pathlib import Path

import numpy as np

from series import walk

product = np.load(
    Path(__file__).with_name("train_forecast.npz")
)
truth = walk(0, 2000)[1020:].numpy()
before = walk(0, 2000)[1019:-1].numpy()
guesses = {"持续法": before, "GRU": product["drawn"]}
for name, guess in guesses.items():
    related = np.corrcoef(guess, truth)[0, 1]
    moved = np.corrcoef(guess, before)[0, 1]
    print(
        f"{name}: 与真值的相关 {related:.4f}，"
        f"与前一天的 {moved:.4f}"
    )
error = np.sqrt(
    ((guesses["GRU"] - truth) ** 2).mean()
)
print(f"GRU 的 RMSE {error:.2f}")
change = guesses["GRU"] - before
related = np.corrcoef(change, truth - before)[0, 1]
print(f"GRU 猜的涨跌与真的涨跌: {related:.4f}")
# --8<-- [end:perfect]

# --8<-- [start:table]
from paired import p_value

errors = {"持续法": [], "GRU": product["walk"][:, 0]}
errors["GRU 猜差值"] = product["step"][:, 0]
for seed in range(12):
    future = walk(seed, 2000)[1019:].numpy()
    squares = np.diff(future) ** 2
    errors["持续法"].append(np.sqrt(squares.mean()))
for name, values in errors.items():
    print(
        f"{np.median(values):5.2f}"
        f"（{min(values):.2f} 到 {max(values):.2f}）"
        f"{name}"
    )
for name in ("GRU", "GRU 猜差值"):
    less = int(
        (errors[name] < errors["持续法"]).sum()
    )
    p = p_value(less, 12 - less)
    print(
        f"{name} 对持续法: "
        f"小 {less}，大 {12 - less}，p = {p:.4f}"
    )
# --8<-- [end:table]

# --8<-- [start:far]
for k in (1, 10, 100):
    missed = []
    for seed in range(12):
        future = walk(seed, 2000)[1019:]
        missed.append(
            (future[k:] - future[:-k]) ** 2
        )
    error = np.sqrt(np.concatenate(missed).mean())
    print(
        f"往后 {k} 步，持续法 {error:.2f}，"
        f"下限 {k**0.5:.2f}"
    )
# --8<-- [end:far]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, (top, bottom) = plt.subplots(
    2, figsize=(5.6, 4.8), layout="constrained"
)
top.plot(truth[:120], label="真值")
top.plot(guesses["GRU"][:120], label="GRU")
top.set_title("每天都看过前一天，猜下一天", size=12)
# 每三天一点，图小一些
shown = np.arange(2, 120, 3)
bottom.plot(shown, truth[shown], label="真值")
# 站在第 60 天
steps = np.array([0, 1, 2, 4, 8, 16, 30, 45, 60])
last = np.full(len(steps), truth[59])
bottom.plot(59 + steps, last, label="只看到第 60 天")
bottom.fill_between(
    59 + steps,
    last - 2 * np.sqrt(steps),
    last + 2 * np.sqrt(steps),
    alpha=0.15,
    color="C1",
    linewidth=0,
)
bottom.set_title(
    "站在第 60 天，猜后面的 60 天", size=12
)
for axes in (top, bottom):
    axes.legend(loc="lower left")
    axes.grid(visible=False, axis="x")
figure.savefig(
    "random_walk.svg",
    metadata={
        "Title": "一步的图与真的往后走",
        "Description": "两栏是同一条序列，120 天。"
        "上栏：GRU 每天看过前一天再猜下一天，"
        "两条线几乎重合。"
        "下栏：站在第 60 天往后猜，"
        "持续法是一条水平线，真值离它越来越远；"
        "带子是上下两倍的下限，越走越宽。",
    },
)
