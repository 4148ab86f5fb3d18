"""两种泄漏各使报告的误差小多少。"""

# --8<-- [start:methods]
from pathlib import Path

import numpy as np
import torch

from leaks import split
from series import ar2, errors, fit, predict, walk


def nearest(x, y, x_test):
    """训练集里最像的窗口，后面是什么就猜什么。"""
    return y[torch.cdist(x_test, x).argmin(1)]


def persistence(x, y, x_test):
    return x_test[:, -1:]


def least_squares(x, y, x_test):
    return predict(fit(x[:, -4:], y), x_test[:, -4:])


product = np.load(
    Path(__file__).with_name("train_leaks.npz")
)
# (序列, 做法, 方法) → (12, 报告的与以后的, 10)
tables = {}
for make in (ar2, walk):
    for leak in ("没有", "缩放", "切分"):
        kind = make.__name__
        tables[kind, leak, "GRU"] = product[
            f"{kind} {leak}"
        ]
        for method in (
            persistence,
            least_squares,
            nearest,
        ):
            rows = []
            for seed in range(12):
                parts, std = split(
                    make(seed, 1250), leak, seed
                )
                rows.append(
                    [
                        errors(
                            method(*parts[0], x), y
                        )
                        for x, y in parts[1:]
                    ]
                    * std.numpy()
                )
            tables[kind, leak, method.__name__] = (
                np.array(rows)
            )
# --8<-- [end:methods]

# --8<-- [start:table]
KINDS = {"ar2": "AR2", "walk": "随机游走"}
METHODS = {
    "持续法": "persistence",
    "最小二乘": "least_squares",
    "最像的窗口": "nearest",
    "GRU": "GRU",
}
COLUMNS = [
    ("没有", 0),
    ("缩放", 0),
    ("切分", 0),
    ("没有", 1),
    ("切分", 1),
]
for kind, title in KINDS.items():
    for k in (1, 10):
        print(f"{title}，往后 {k} 步")
        print("     报告的            以后的")
        print("  没有  缩放  切分  没有  切分")
        for name, method in METHODS.items():
            middles = [
                np.median(
                    tables[kind, leak, method][
                        :, later, k - 1
                    ]
                )
                for leak, later in COLUMNS
            ]
            print(
                "".join(
                    f"{m:6.2f}" for m in middles
                ),
                name,
            )
# --8<-- [end:table]

# --8<-- [start:paired]
from paired import p_value

# 持续法不学，只作对照
learned = list(METHODS.items())[1:]


def better(kind, leak, method, k):
    """报告的误差，有泄漏与没有，逐条序列比。"""
    a = tables[kind, leak, method][:, 0, k - 1]
    b = tables[kind, "没有", method][:, 0, k - 1]
    less, more = (
        int((a < b).sum()),
        int((a > b).sum()),
    )
    p = p_value(less, more)
    ratio = np.median(a / b)
    return (
        f"{ratio:.2f} 倍，小 {less}，大 {more}，"
        f"p = {p:.4f}"
    )


for kind, title in KINDS.items():
    for k in (1, 10):
        print(f"{title}，往后 {k} 步")
        for name, method in learned:
            words = better(kind, "切分", method, k)
            print(f"  {name}，切分 {words}")
        words = better(kind, "缩放", "GRU", k)
        print(f"  GRU，缩放 {words}")
for leak in ("没有", "切分"):
    same = tables["walk", leak, "persistence"][
        :, 0, 9
    ]
    print(
        f"随机游走，往后 10 步，{leak}，持续法 "
        f"{same.min():.2f} 到 {same.max():.2f}"
    )
for name, method in learned:
    gap = max(
        np.abs(
            tables[kind, "缩放", method]
            - tables[kind, "没有", method]
        ).max()
        for kind in KINDS
    )
    print(f"缩放至多改 {gap:.6f}: {name}")
# --8<-- [end:paired]
