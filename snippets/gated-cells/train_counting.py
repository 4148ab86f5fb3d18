"""训练程序：aⁿbⁿ，n 训练到 10；各 10 个种子，从 1 起连续对到几。

用时不到 60 秒，导入 PyTorch 另算。
"""

import sys

import numpy as np
import torch

torch.set_num_threads(1)
# --8<-- [start:count]
from torch.nn.functional import cross_entropy


def word(n):
    """0 是开头与结尾，1 是 a，2 是 b。"""
    return torch.tensor([0, *[1] * n, *[2] * n, 0])


words = [word(n) for n in range(1, 11)]


def train(kind, seed):
    """更新 400 次，返回从 1 起连续全对到几。"""
    torch.manual_seed(seed)
    rnn = kind(3, 10)
    output = torch.nn.Linear(10, 3)
    parameters = [
        *rnn.parameters(),
        *output.parameters(),
    ]
    optimizer = torch.optim.Adam(parameters, lr=0.03)
    # 短的补 0，补的不计损失：-100 是不计的标签
    longest = len(words[-1]) - 1
    xs = torch.zeros(longest, 10, dtype=int)
    labels = torch.full((longest, 10), -100)
    for column, chars in enumerate(words):
        xs[: len(chars) - 1, column] = chars[:-1]
        labels[: len(chars) - 1, column] = chars[1:]
    for _ in range(400):
        scores = output(rnn(torch.eye(3)[xs])[0])
        loss = cross_entropy(
            scores.flatten(0, 1), labels.flatten()
        )
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(
            parameters, 1.0
        )
        optimizer.step()
    n = 0
    with torch.no_grad():
        while True:
            chars = word(n + 1)
            states = rnn(torch.eye(3)[chars[:-1]])[0]
            written = output(states).argmax(dim=1)
            # 从读到第一个 b 起，该写的都定了
            start = n + 2
            if not torch.equal(
                written[start:], chars[start + 1 :]
            ):
                return n
            n += 1


# --8<-- [end:count]

# --8<-- [start:train]
kinds = torch.nn.RNN, torch.nn.GRU, torch.nn.LSTM
found = {}
for kind in kinds:
    name = kind.__name__
    found[name] = [
        train(kind, seed) for seed in range(10)
    ]
    print(name, found[name], file=sys.stderr)
np.savez("train_counting.npz", **found)
for name, longest in found.items():
    print(f"{name:4}", *(f"{n:3}" for n in longest))
# --8<-- [end:train]
