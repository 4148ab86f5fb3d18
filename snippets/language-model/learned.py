"""写出的诗合不合格式、押不押韵，与真的诗比。"""

# --8<-- [start:real]
from corpus import lines_of, test
from rhymes import rhymes


def ends(poem):
    """第二句、第四句的最后一个字。"""
    lines = lines_of(poem)
    return lines[1][-1], lines[3][-1]


pairs = [ends(poem) for poem in test]
real = sum(rhymes(a, b) for a, b in pairs) / len(
    pairs
)
chance = (
    sum(
        rhymes(a, b)
        for a, _ in pairs
        for _, b in pairs
    )
    / len(pairs) ** 2
)
print(f"两个韵脚隔 {22 - 10} 步")
print(f"真的诗，第二句与第四句押韵 {real:.1%}")
print(f"两句从不同的诗里各取，押韵 {chance:.1%}")
# --8<-- [end:real]

# --8<-- [start:written]
import numpy as np

from results import RESULTS, load, poems_of
from writing import keeps_form

results = RESULTS | {
    "LSTM 偏置": load("train_lstm_bias.npz"),
    "GRU 加韵": load("train_rhyme.npz"),
}


def interval(count, n):
    """Wilson 的 95% 区间。"""
    p, z = count / n, 1.96
    middle = (p + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n)
    half *= (
        p * (1 - p) / n + z**2 / (4 * n**2)
    ) ** 0.5
    return (
        f"{middle - half:.1%} 到 {middle + half:.1%}"
    )


for name, result in results.items():
    forms, rhymed = [], []
    for text in result["poems"]:
        good = [
            p
            for p in poems_of(text)
            if keeps_form(p)
        ]
        forms.append(len(good))
        rhymed.append(
            sum(rhymes(*ends(p)) for p in good)
        )
    n, r = sum(forms), sum(rhymed)
    values = np.exp(result["test"].mean(1))
    print(f"{name}，困惑度平均 {values.mean():.1f}")
    print(f"  合格式 {forms}，其中押韵 {rhymed}")
    print(
        f"  押韵 {r / n:.1%}，区间 {interval(r, n)}"
    )
# --8<-- [end:written]
