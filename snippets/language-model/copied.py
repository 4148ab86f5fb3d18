"""写出的诗里，连续照抄训练集的最长一段有几个字。"""

# --8<-- [start:copied]
from statistics import median

from corpus import test, train
from results import RESULTS, load, poems_of

pieces = {
    poem[i : i + n]
    for poem in train
    for n in range(1, 25)
    for i in range(25 - n)
}


def longest(poem):
    """最长的一段，连标点，训练集里原样有。"""
    found = [
        poem[i : i + n]
        for n in range(1, len(poem) + 1)
        for i in range(len(poem) + 1 - n)
        if poem[i : i + n] in pieces
    ]
    return found[-1]


groups = {
    "真的诗（测试集）": test,
    "GRU，验证最低时": poems_of(
        RESULTS["GRU"]["poems"][0]
    ),
    "GRU，第 1000 步": poems_of(
        load("train_long.npz")["poems"].item()
    ),
}
for name, poems in groups.items():
    runs = [longest(poem) for poem in poems]
    best = max(runs, key=len)
    print(
        f"{name}: 中位数 {median(map(len, runs)):g}，"
        f"最长 {len(best)}"
    )
    print(f"  {best}")
# --8<-- [end:copied]
