"""末尾要写的是第一个字符：窗口查表只看得见最近几个，RNN 把它记到末尾。

用时不到 15 秒，导入 PyTorch 另算。
"""

import warnings

import matplotlib.pyplot as plt
import torch

from paired import compare

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:words]
import random

generator = random.Random(0)


def make_words(count, shortest, longest):
    """count 个词：先是 a 或 b，
    后面全是 x 或 y，长度随机。"""
    words = []
    for _ in range(count):
        length = generator.randint(shortest, longest)
        rest = [
            generator.choice("xy")
            for _ in range(length - 1)
        ]
        words.append(
            generator.choice("ab") + "".join(rest)
        )
    return words


training = make_words(400, 2, 12)
tests = {
    n: make_words(200, n, n)
    for n in (2, 4, 8, 12, 20, 40, 100)
}
print("训练的词:", *training[:4])
# --8<-- [end:words]

# --8<-- [start:methods]
from collections import Counter, defaultdict

from torch.nn.functional import cross_entropy


def by_window(width):
    """查表：最近 width 个字符后面，
    训练的词里要写 a 的多还是 b 的多。"""
    seen = defaultdict(Counter)
    for word in training:
        seen[word[-width:]][word[0]] += 1
    default = Counter(word[0] for word in training)
    return {
        n: [
            seen.get(
                word[-width:], default
            ).most_common(1)[0][0]
            == word[0]
            for word in words
        ]
        for n, words in tests.items()
    }


def by_rnn(seed):
    """训练 150 轮的小 RNN，
    读完一个词才写一次；返回各长度的对错。"""
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(4, 8)
    output = torch.nn.Linear(8, 2)
    parameters = [
        *cell.parameters(),
        *output.parameters(),
    ]
    optimizer = torch.optim.Adam(parameters, lr=0.02)

    def scores(words):
        """一样长的词并排读，一行一个。"""
        indices = torch.tensor(
            [
                ["abxy".index(c) for c in word]
                for word in words
            ]
        )
        hidden = torch.zeros(len(words), 8)
        for column in indices.T:
            hidden = cell(
                torch.eye(4)[column], hidden
            )
        return output(hidden), indices[:, 0]

    by_length = defaultdict(list)
    for word in training:
        by_length[len(word)].append(word)
    for _ in range(150):
        loss = 0
        for words in by_length.values():
            loss += cross_entropy(
                *scores(words), reduction="sum"
            )
        optimizer.zero_grad()
        (loss / len(training)).backward()
        optimizer.step()
    right = {}
    with torch.no_grad():
        for n, words in tests.items():
            logits, labels = scores(words)
            right[n] = (
                logits.argmax(dim=1) == labels
            ).tolist()
    return right


windows = {
    width: by_window(width) for width in (2, 4, 8)
}
networks = [by_rnn(seed) for seed in range(5)]
rows = {
    f"窗口宽 {width}": right
    for width, right in windows.items()
}
rows |= {
    f"RNN 种子 {seed}": right
    for seed, right in enumerate(networks)
}
print(
    "写对几个，词长  "
    + "".join(f"{n:>5}" for n in tests)
)
for name, right in rows.items():
    print(
        f"{name:12}"
        + "".join(
            f"{sum(right[n]):5}" for n in tests
        )
    )
for n in (20, 100):
    results = {
        compare(right[n], windows[8][n])
        for right in networks
    }
    print(
        f"词长 {n}，五个 RNN 各与窗口宽 8 成对比较:"
    )
    for result in sorted(results):
        print("  " + result)
# --8<-- [end:methods]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 3.6), layout="constrained"
)
axes.axvspan(
    2, 12, color="C4", alpha=0.12, linewidth=0
)
axes.text(2.1, 0.32, "训练过的长度", ha="left")
for (width, right), style in zip(
    windows.items(), ("--", "-.", ":"), strict=True
):
    shares = [
        sum(right[n]) / len(right[n]) for n in tests
    ]
    axes.plot(
        list(tests),
        shares,
        linestyle=style,
        label=f"窗口宽 {width}",
    )
# 五个种子的线完全重合，画一条。
[shares] = {
    tuple(
        sum(right[n]) / len(right[n]) for n in tests
    )
    for right in networks
}
axes.plot(
    list(tests),
    shares,
    color="C3",
    label="RNN，5 个种子",
)
axes.set(
    xscale="log",
    xlabel="词的长度",
    ylabel="写对的比例",
    ylim=(0.28, 1.04),
)
axes.set_xticks(list(tests), [str(n) for n in tests])
axes.minorticks_off()
axes.legend(loc="center right")
figure.savefig(
    "first_symbol.svg",
    metadata={
        "Title": "写对第一个字符的比例，随词的长度",
        "Description": "横轴是词的长度，纵轴是写对的比例。三条虚线是窗口宽 2、4、8 的查表，"
        "词比窗口长之后落到一半上下；实线是 5 个种子的 RNN，"
        "在每个长度上都是全对，包括没有训练过的长度。",
    },
)
