"""由前几天的天气类别预测明天：几种基线与一个小 RNN，画出 RNN 的混淆矩阵。

数据与许可见 seattle.py。

用时不到 5 秒，导入 PyTorch 另算。
"""

import csv
import warnings
from collections import Counter
from pathlib import Path

import matplotlib.pyplot as plt
import torch

from paired import compare

torch.set_num_threads(1)  # 张量小，多线程反而慢
path = Path(__file__).with_name(
    "seattle_weather.csv"
)
with path.open(encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
classes = ["rain", "sun", "fog", "drizzle", "snow"]

# --8<-- [start:baselines]
from collections import defaultdict

# 从这一天起是测试
split = sum(row["date"] < "2015" for row in rows)


def markov(days, order):
    """k 阶马尔可夫对测试的每一天猜的类别，
    order 是 k。

    猜的是训练数据里，同样的 k 天之后最常见的类；
    0 阶就是总猜最常见的类。
    """
    after = defaultdict(Counter)
    for t in range(order, split):
        after[tuple(days[t - order : t])][
            days[t]
        ] += 1
    # 没见过的 k 天，就猜最常见的类。
    default = Counter(days[:split])
    contexts = [
        tuple(days[t - order : t])
        for t in range(split, len(days))
    ]
    return [
        after.get(c, default).most_common(1)[0][0]
        for c in contexts
    ]


def is_right(days, predictions):
    """测试的每一天猜对没有。"""
    return [
        a == b
        for a, b in zip(
            predictions, days[split:], strict=True
        )
    ]


def report_baselines(days):
    """各基线在测试的那些天里猜对几天，
    与一阶马尔可夫成对比较。"""
    first_order = is_right(days, markov(days, 1))
    for name, predictions in {
        "总猜最常见的类": markov(days, 0),
        "明天与今天相同": days[split - 1 : -1],
        "一阶马尔可夫": markov(days, 1),
        "二阶马尔可夫": markov(days, 2),
        "三阶马尔可夫": markov(days, 3),
    }.items():
        right = is_right(days, predictions)
        print(
            f"{sum(right)}/{len(right)} = "
            f"{sum(right) / len(right):.1%}  {name}"
        )
        if name != "一阶马尔可夫":
            print(
                "    与一阶比: "
                f"{compare(right, first_order)}"
            )


days = [
    classes.index(row["weather_v2"]) for row in rows
]
print(
    f"训练 {split} 天，测试 {len(days) - split} 天"
)
report_baselines(days)
# --8<-- [end:baselines]

# --8<-- [start:orders]
rules = sorted(
    set(
        zip(
            days[split - 1 : -1],
            markov(days, 1),
            strict=True,
        )
    )
)
print(
    "一阶: "
    + "，".join(
        f"{classes[a]}→{classes[b]}"
        for a, b in rules
    )
)
first_order = is_right(days, markov(days, 1))
for order in (2, 3):
    seen = Counter(
        tuple(days[t - order : t])
        for t in range(order, split)
    )
    lost = Counter()
    right = is_right(days, markov(days, order))
    for t, a, b in zip(
        range(split, len(days)),
        first_order,
        right,
        strict=True,
    ):
        lost[tuple(days[t - order : t])] += a - b
    context, net = lost.most_common(1)[0]
    names = "、".join(classes[c] for c in context)
    print(
        f"{order} 阶比一阶少对 {lost.total()} 天，"
        f"其中 {net} 天在 {names} 之后"
    )
    print(
        "  这种组合在训练数据里出现 "
        f"{seen[context]} 次"
    )
# --8<-- [end:orders]

# --8<-- [start:rnn]
import statistics

from torch.nn.functional import cross_entropy


def predict(seed, days, width=7):
    """训练一个小 RNN，返回它对测试的每一天猜的类别。"""
    torch.manual_seed(seed)
    # 双精度：不同机器上舍入的差别不会改变猜的类别。
    cell = torch.nn.RNNCell(len(classes), 8).double()
    output = torch.nn.Linear(
        8, len(classes)
    ).double()
    parameters = [
        *cell.parameters(),
        *output.parameters(),
    ]
    optimizer = torch.optim.Adam(parameters, lr=0.01)
    # windows 的形状是 (width, 天数, 5)：
    # 每一天之前的 width 天。
    one_hot = torch.eye(len(classes)).double()[
        torch.tensor(days)
    ]
    windows = one_hot.unfold(0, width, 1)[
        :-1
    ].permute(2, 0, 1)
    labels = torch.tensor(days[width:])
    num_train = split - width
    for _ in range(100):
        hidden = torch.zeros(len(labels), 8).double()
        for x in windows:
            hidden = cell(x, hidden)
        logits = output(hidden)
        trained = logits[:num_train]
        loss = cross_entropy(
            trained, labels[:num_train]
        )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return logits[num_train:].argmax(dim=1).tolist()


def report_rnn(days, num_seeds):
    """猜对的天数，与「明天与今天相同」成对比较；
    返回各种子猜的类别。"""
    runs = [
        predict(seed, days)
        for seed in range(num_seeds)
    ]
    rights = [
        is_right(days, predictions)
        for predictions in runs
    ]
    correct = [sum(right) for right in rights]
    total = len(days) - split
    mean = statistics.mean(correct)
    spread = statistics.stdev(correct)
    print(
        f"{num_seeds} 个种子"
        f"平均 {mean:.1f} 天（{mean / total:.1%}）"
    )
    print(
        f"  标准差 {spread:.1f}，"
        f"最少 {min(correct)}，最多 {max(correct)}"
    )
    same_as_today = is_right(
        days, days[split - 1 : -1]
    )
    print("与「明天与今天相同」比:")
    for seed in (
        correct.index(min(correct)),
        correct.index(max(correct)),
    ):
        print(
            f"  种子 {seed}: "
            f"{compare(rights[seed], same_as_today)}"
        )
    return runs


runs = report_rnn(days, 10)
# --8<-- [end:rnn]

# --8<-- [start:confusion]
pairs = Counter()
for predictions in runs:
    pairs.update(
        zip(days[split:], predictions, strict=True)
    )
# 行是实际的类，列是猜的类，数是十个种子平均的天数。
confusion = [
    [pairs[a, p] / len(runs) for p in range(5)]
    for a in range(5)
]
print(
    "        天数 "
    + " ".join(f"{name:>5}" for name in classes)
)
for name, row in zip(
    classes, confusion, strict=True
):
    widths = [5, 5, 5, 7, 5]
    texts = [
        f"{n:{w}.1f}"
        for n, w in zip(row, widths, strict=True)
    ]
    print(
        f"{name:8}{sum(row):4.0f} {' '.join(texts)}"
    )
# --8<-- [end:confusion]

# --8<-- [start:first-release]
first_release = [
    classes.index(row["weather_v1"]) for row in rows
]
report_baselines(first_release)
_ = report_rnn(first_release, 10)
# --8<-- [end:first-release]

# 画混淆矩阵：一格里的颜色越深，
# 这一行的天数猜成这一类的越多。
CHINESE = ["雨", "晴", "雾", "毛毛雨", "雪"]
# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.6), layout="constrained"
)
axes.grid(False)
# 2015 年没有雪
actual = [a for a in range(5) if sum(confusion[a])]
for y, a in enumerate(actual):
    for x, number in enumerate(confusion[a]):
        share = number / sum(confusion[a])
        axes.fill_between(
            [x - 0.48, x + 0.48],
            y - 0.46,
            y + 0.46,
            color="C0",
            alpha=0.06 + 0.44 * share,
            linewidth=0,
        )
        axes.text(
            x,
            y,
            f"{share:.0%}",
            ha="center",
            va="center",
        )
axes.set_xticks(range(5), CHINESE)
axes.set_yticks(
    range(len(actual)),
    [
        f"{CHINESE[a]}（{sum(confusion[a]):.0f} 天）"
        for a in actual
    ],
)
axes.set(
    xlabel="RNN 猜的类",
    ylabel="实际的类",
    ylim=(len(actual) - 0.5, -0.5),
)
axes.tick_params(length=0)
axes.spines[:].set_visible(False)
figure.savefig(
    "forecast.svg",
    metadata={
        "Title": "小 RNN 的混淆矩阵，2015 年",
        "Description": "四行是实际的类：雨、晴、雾、毛毛雨；"
        "五列是猜的类：雨、晴、雾、毛毛雨、雪。"
        "每格是该行的天数里猜成该列的百分比，越深越多。"
        "雨和晴两行多数落在对角线上；"
        "雾和毛毛雨两行全部落在雨、晴两列；雾、雪两列全是 0%。",
    },
)
