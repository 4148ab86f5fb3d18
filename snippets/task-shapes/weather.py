"""2015 年的最高气温：四种办法，按月分块的检验。

用时不到 10 秒，导入 PyTorch 另算。
"""

import warnings

import matplotlib.pyplot as plt
import torch

torch.set_num_threads(1)

# --8<-- [start:methods]
from network import forecast, train
from series import fit, predict, windows
from temperature import (
    anomaly,
    celsius,
    climate,
    dates,
    split,
)

std = anomaly[:split].std()
x, y = windows(anomaly[:split] / std, 14, 7)
models = [train(seed, x, y) for seed in range(5)]
truth = celsius[split:]


def squares(lead):
    """提前 lead 天，每天误差的平方，(几个, 365)；
    GRU 是五个种子。"""
    # 从测试的第一天往前数，最后一个窗口也有答案
    start = split - lead - 13
    x_test = anomaly[start:].unfold(0, 14, 1)[:365]
    gru = [
        forecast(model, x_test / std)[:, lead - 1]
        for model in models
    ]
    linear = predict(fit(x, y), x_test / std)
    guesses = {
        "气候平均": torch.zeros(1, 365).double(),
        "最小二乘": linear[:, lead - 1][None] * std,
        "GRU": torch.stack(gru) * std,
    }
    found = {
        name: (climate[split:] + guess - truth) ** 2
        for name, guess in guesses.items()
    }
    same = celsius[split - lead : -lead]
    found["持续法"] = ((same - truth) ** 2)[None]
    return found


# --8<-- [end:methods]

# --8<-- [start:table]
found = {lead: squares(lead) for lead in (1, 7)}
for lead, methods in found.items():
    print(f"提前 {lead} 天的 RMSE（度）:")
    for name, square in methods.items():
        rmse = square.mean(1).sqrt()
        low, high = rmse.min(), rmse.max()
        print(f"  {low:.2f} 到 {high:.2f} {name}")
# --8<-- [end:table]

# --8<-- [start:blocks]
from paired import p_value

months = torch.tensor(
    [int(date[5:7]) for date in dates[split:]]
)


def by_month(daily):
    return torch.stack(
        [
            daily[..., months == month].mean(-1)
            for month in range(1, 13)
        ],
        -1,
    )


def spread(values, form="d"):
    low, high = min(values), max(values)
    return f"{low:{form}} 到 {high:{form}}"


# 平方误差：GRU 的减去别的，(5, 365)
gaps = {
    (lead, other): found[lead]["GRU"]
    - found[lead][other]
    for lead in (1, 7)
    for other in ("持续法", "气候平均", "最小二乘")
}
for (lead, other), gap in gaps.items():
    print(f"提前 {lead} 天，GRU 对 {other}")
    lags, days = [], []
    for sign in gap.sign():
        pair = torch.stack([sign[1:], sign[:-1]])
        lags.append(torch.corrcoef(pair)[0, 1])
        days.append(int((sign < 0).sum()))
    passed = sum(
        p_value(less, 365 - less) < 0.05 / 62
        for less in days
    )
    print(f"  符号的相邻相关 {spread(lags, '.2f')}")
    print(
        f"  逐日: 小 {spread(days)} 天，"
        f"{passed} 个种子过界线"
    )
    less = (by_month(gap.sign()) < 0).sum(1).tolist()
    print(f"  逐月数天: 小 {spread(less)} 个月")
    # 先取五个种子的平均
    less = int((by_month(gap.mean(0)) < 0).sum())
    p = p_value(less, 12 - less)
    print(
        f"  逐月平均: 小 {less}，大 {12 - less}，"
        f"p = {p:.4f}"
    )
# --8<-- [end:blocks]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 2.6), layout="constrained"
)
month = range(1, 13)
gap = by_month(gaps[1, "最小二乘"].mean(0))
worse = ["C1" if g > 0 else "C0" for g in gap]
axes.set_axisbelow(True)
axes.grid(visible=False, axis="x")
axes.bar(month, gap, color=worse)
axes.axhline(0, color="#1f2328", linewidth=1)
axes.set(
    xlabel="2015 年的月份",
    ylabel="平方误差之差",
    xticks=month,
)
figure.savefig(
    "weather.svg",
    metadata={
        "Title": "提前 1 天，GRU 减最小二乘，逐月",
        "Description": "12 个柱子，一个月一个。"
        "7 个在零线上面，是 GRU 误差大的月；"
        "5 个在下面，是 GRU 误差小的月。",
    },
)
