"""记住第一个字符：造数据，训练，测试。"""

# --8<-- [start:task]
import torch
from torch.nn.functional import (
    cross_entropy,
    one_hot,
)

from cells import build


def make(length, count, generator):
    """count 条序列：第一个字符是前 4 种之一，
    后面随机取自另外 4 种；要答第一个字符。"""
    first = torch.randint(
        4, (1, count), generator=generator
    )
    rest = torch.randint(
        4,
        8,
        (length - 1, count),
        generator=generator,
    )
    chars = torch.cat([first, rest])
    return one_hot(chars, 8).float(), first[0]


# --8<-- [end:task]


# --8<-- [start:train]
def train(kind, change, length, steps, seed):
    """训练 steps 步，返回 400 条新序列的正确率。"""
    rnn = build(kind, change, seed)
    output = torch.nn.Linear(32, 4)
    data = torch.Generator().manual_seed(1000 + seed)
    parameters = [
        *rnn.parameters(),
        *output.parameters(),
    ]
    optimizer = torch.optim.Adam(
        parameters, lr=0.005
    )
    for _ in range(steps):
        xs, first = make(length, 32, data)
        scores = output(rnn(xs)[0][-1])
        optimizer.zero_grad()
        cross_entropy(scores, first).backward()
        torch.nn.utils.clip_grad_norm_(
            parameters, 1.0
        )
        optimizer.step()
    test = torch.Generator().manual_seed(7)
    xs, first = make(length, 400, test)
    with torch.no_grad():
        written = output(rnn(xs)[0][-1]).argmax(
            dim=1
        )
    return (written == first).float().mean().item()


# --8<-- [end:train]


# --8<-- [start:report]
import sys


def accuracies(settings, length, steps, seeds):
    """各设置、各种子的正确率，(设置, 种子)；
    进度写到标准错误。"""
    found = []
    for name, (kind, change) in settings.items():
        row = [
            train(kind, change, length, steps, seed)
            for seed in range(seeds)
        ]
        print(name, row, file=sys.stderr)
        found.append(row)
    return found


def show(settings, found):
    """一行一种设置：平均、最低，学会的种子。"""
    for name, row in zip(
        settings, found, strict=True
    ):
        learned = sum(share > 0.99 for share in row)
        print(
            f"{name}: 平均 {sum(row) / len(row):.2f}，"
            f"最低 {min(row):.2f}，"
            f"学会 {learned}/{len(row)}"
        )


# --8<-- [end:report]
