"""只改第一个字符，看它在后面的隐藏状态里留下多大的差别。

用时不到 15 秒，导入 PyTorch 另算。
"""

import torch

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:setup]
vocab = "ehlo"
# 双精度：差别与导数要算到很小才说得出是不是变成 0。
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


# --8<-- [start:slopes]
def follow(cell, length):
    """逐步读到第 length 步：
    h_t 对第一个输入的导数，4 × 4 个里绝对值最大的。

    每走一步，导数乘一个矩阵：
    tanh 的导数 1 - h² 乘以 weight_hh。
    """
    w_in, w_back, b_in, b_back = (
        p.detach() for p in cell.parameters()
    )
    hidden, slope = torch.zeros(4).double(), None
    for char in ("hello" * 400)[:length]:
        x = one_hot[vocab.index(char)]
        total = w_in @ x + w_back @ hidden
        hidden = torch.tanh(total + b_in + b_back)
        inner = (
            w_in if slope is None else w_back @ slope
        )
        slope = (1 - hidden**2).unsqueeze(1) * inner
    return slope.abs().max().item()


print("        weight_hh  weight_hh * 2")
for length in (1, 2, 5, 10, 20, 50):
    print(
        f"h_{length:<4}  "
        f"{follow(original, length):9.5f}  "
        f"{follow(doubled, length):13.5f}"
    )
# --8<-- [end:slopes]


# --8<-- [start:between]
h = one_hot[vocab.index("h")]
e = one_hot[vocab.index("e")]
for share in (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1):
    state = read(doubled, h + share * (e - h), 50)
    print(
        f"x_1 = h + {share:.1f}(e - h): "
        f"h_50 的第一个分量 {state[0]:.5f}"
    )
# --8<-- [end:between]


# --8<-- [start:hundred-cells]
for scale in (1, 2):
    cells = [
        make_cell(seed, scale) for seed in range(100)
    ]
    faded = sum(
        difference(cell, 50) < 0.001
        for cell in cells
    )
    print(
        f"weight_hh * {scale}: 第 50 步，"
        f"100 个里 {faded} 个差值小于 0.001"
    )

remembering = [
    cell
    for cell in cells
    if difference(cell, 50) >= 0.001
]
table = [
    (
        follow(cell, 50),
        difference(cell, 2000),
        follow(cell, 2000),
    )
    for cell in remembering
]
forgot = [row for row in table if row[1] < 0.001]
latched = [
    row
    for row in table
    if row[1] >= 0.001 and row[2] < 1e-30
]
between = [
    row
    for row in table
    if row[1] >= 0.001 and row[2] >= 1e-30
]
print(f"余下 {len(table)} 个读到第 2000 步:")
print(f"  差值也小于 0.001: {len(forgot)} 个")
print(
    f"  差值还在，导数小于 1e-30: {len(latched)} 个"
)
print(
    "  差值还在，导数大于 "
    f"{min(r[2] for r in between):.2f}: "
    f"{len(between)} 个"
)
largest = max(
    remembering, key=lambda cell: follow(cell, 50)
)
slopes = [
    f"{follow(largest, t):.2g}"
    for t in (50, 500, 2000)
]
print(
    "第 50 步导数最大的，第 50、500、2000 步:\n ",
    "、".join(slopes),
)
# --8<-- [end:hundred-cells]
