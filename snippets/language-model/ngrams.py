"""n 元文法：数一数前 n-1 个字后面跟过什么字；混合几种频率。"""

from collections import Counter, defaultdict
from functools import partial

import numpy as np

from corpus import encode, test, train, valid, vocab

rows = {
    name: encode(part).tolist()
    for name, part in {
        "train": train,
        "valid": valid,
        "test": test,
    }.items()
}
steps = range(1, 26)  # 每首猜 25 次


# --8<-- [start:counts]
def count(context):
    """训练集里，context(row, t) 之后各字出现几次。"""
    after = defaultdict(Counter)
    for row in rows["train"]:
        for t in steps:
            after[context(row, t)][row[t]] += 1
    return {
        key: (chars, chars.total())
        for key, chars in after.items()
    }


def last(n):
    """最近 n 个字；n = 0 时什么也不看。"""
    return lambda row, t: tuple(
        row[max(0, t - n) : t]
    )


# --8<-- [end:counts]


# --8<-- [start:witten-bell]
def witten_bell(order):
    """order 元文法给 row[t] 的概率。"""
    levels = [
        (context, count(context))
        for context in map(last, range(order))
    ]

    def probability(row, t):
        p = 1 / len(vocab)
        for context, after in levels:
            key = context(row, t)
            if key in after:
                chars, total = after[key]
                kinds = len(chars)
                p = chars[row[t]] + kinds * p
                p /= total + kinds
        return p

    return probability


# --8<-- [end:witten-bell]


def table(probability, part):
    """(N, 25)：每首每个位置，真正的字得到的概率。"""
    return np.array(
        [
            [probability(row, t) for t in steps]
            for row in rows[part]
        ]
    )


# --8<-- [start:mixture]
def frequency(context):
    """context 之后这个字占多少；没见过是 0。"""
    after = count(context)

    def probability(row, t):
        chars, total = after.get(
            context(row, t), (Counter(), 1)
        )
        return chars[row[t]] / total

    return probability


def mixture(parts):
    """几种概率加权平均；每个位置各有一组权重，
    在验证集上拟合。返回一个函数：哪部分 → 概率。"""

    def stacked(part):
        tables = [table(p, part) for p in parts]
        return np.stack(tables, 2)

    valid_p = stacked("valid")
    weights = np.full(
        (25, len(parts)), 1 / len(parts)
    )
    for _ in range(100):
        share = weights * valid_p
        share /= share.sum(2, keepdims=True)
        weights = share.mean(0)
    return lambda part: (
        weights * stacked(part)
    ).sum(2)


# --8<-- [end:mixture]


def uniform(row, t):
    return 1 / len(vocab)


def position(row, t):
    return t


def all_baselines():
    """名字 → 测试集每首的平均损失，和验证的困惑度。"""
    found = {}
    for order, name in enumerate("一二三四", 1):
        found[f"{name}元"] = partial(
            table, witten_bell(order)
        )
    parts = [uniform, frequency(position)]
    found["位置"] = mixture(parts)

    bigram = frequency(last(1))
    found["位置与二元"] = mixture([*parts, bigram])
    return {
        name: (
            -np.log(make("test")).mean(1),
            np.exp(-np.log(make("valid")).mean()),
        )
        for name, make in found.items()
    }
