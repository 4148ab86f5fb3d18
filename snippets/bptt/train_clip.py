"""训练程序：记住第一个字符，裁剪与不裁剪各训练 10 个种子。

用时不到 60 秒，导入 PyTorch 另算。
"""

# --8<-- [start:train]
import sys

import numpy as np
import torch

torch.set_num_threads(1)
# 名字、W_hh 乘几、裁剪线、学习率
SETTINGS = [
    ("乘 2，不裁剪，0.1", 2, float("inf"), 0.1),
    ("乘 2，裁到 1，0.1", 2, 1.0, 0.1),
    ("乘 2，不裁剪，0.01", 2, float("inf"), 0.01),
    ("原样，裁到 1，0.1", 1, 1.0, 0.1),
]
SEEDS = range(10)


def batch(count):
    """开头是 a、b、c、d 之一，后面 30 个是 w、x、y、z；
    答案是开头的。"""
    symbols = torch.randint(4, (1 + 30, count))
    answers = symbols[0].clone()
    symbols[1:] += 4
    return torch.eye(8)[symbols], answers


def train(seed, scale, max_norm, lr):
    """返回测试的准确率、300 次裁剪之前的范数。"""
    torch.manual_seed(seed)
    rnn = torch.nn.RNN(8, 32)
    output = torch.nn.Linear(32, 4)
    with torch.no_grad():
        rnn.weight_hh_l0.mul_(scale)
    parameters = [
        *rnn.parameters(),
        *output.parameters(),
    ]
    optimizer = torch.optim.SGD(parameters, lr=lr)
    norms = []
    for _ in range(300):
        x, answers = batch(32)
        scores = output(rnn(x)[0][-1])
        loss = torch.nn.functional.cross_entropy(
            scores, answers
        )
        optimizer.zero_grad()
        loss.backward()
        norm = torch.nn.utils.clip_grad_norm_(
            parameters, max_norm
        )
        optimizer.step()
        norms.append(norm.item())
    torch.manual_seed(1_000_000)  # 另造的测试数据
    x, answers = batch(500)
    with torch.no_grad():
        scores = output(rnn(x)[0][-1])
    right = (scores.argmax(dim=1) == answers).sum()
    return right.item() / 500, norms


accuracies, norms = [], []
for name, *setting in SETTINGS:
    print(name, file=sys.stderr)
    results = [
        train(seed, *setting) for seed in SEEDS
    ]
    accuracies.append([a for a, _ in results])
    norms.append([n for _, n in results])
    print(f"{name}:")
    print(" ", *(f"{a:.2f}" for a in accuracies[-1]))
arrays = {
    "accuracies": np.array(accuracies),
    "norms": np.array(norms, dtype=np.float32),
}
np.savez("train_clip.npz", **arrays)
# --8<-- [end:train]
