"""只改第一个字符，看它在后面的隐藏状态里留下多大的差别。"""

import torch

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:setup]
vocab = "ehlo"
# 双精度：差别要算到很小。
one_hot = torch.eye(4).double()


def make_cell(seed, scale):
    """没有训练过的 RNNCell，
    旧隐藏状态所乘的权重再乘 scale。"""
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(
        input_size=4, hidden_size=4
    )
    with torch.no_grad():
        cell.weight_hh.mul_(scale)
    return cell.double()


def read(cell, first, length):
    """先读 first，再读 ellohello……，
    返回第 length 步的隐藏状态，形状 (4,)。"""
    with torch.no_grad():
        hidden = cell(first, torch.zeros(4).double())
        for char in ("ello" + "hello" * 400)[
            : length - 1
        ]:
            hidden = cell(
                one_hot[vocab.index(char)], hidden
            )
    return hidden


def difference(cell, length):
    """第一个字符是 h 还是 e，
    使第 length 步的隐藏状态差多少。"""
    starts = [
        one_hot[vocab.index(char)] for char in "he"
    ]
    states = [
        read(cell, first, length) for first in starts
    ]
    return (states[0] - states[1]).abs().max().item()


# --8<-- [end:setup]


# --8<-- [start:fading]
original = make_cell(seed=36, scale=1)
doubled = make_cell(seed=36, scale=2)
print("        weight_hh  weight_hh * 2")
for length in (1, 2, 5, 10, 20, 50, 2000):
    print(
        f"h_{length:<4}  "
        f"{difference(original, length):9.5f}  "
        f"{difference(doubled, length):13.5f}"
    )
# --8<-- [end:fading]
