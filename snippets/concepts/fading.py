"""只改第一个字符，看它在后面的隐藏状态里留下多大的差别。"""

# --8<-- [start:setup]
import torch

vocab = "ehlo"
one_hot = torch.eye(4)


def make_cell(seed, scale):
    """没有训练过的 RNNCell，旧隐藏状态所乘的权重再乘 scale。"""
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
    with torch.no_grad():
        cell.weight_hh.mul_(scale)
    return cell


def read(cell, first, seq_len):
    """先读 first，再读 ellohello……，返回第 seq_len 步的隐藏状态。

    first 的形状是 (4,)，返回值的形状也是 (4,)。
    """
    hidden = cell(first, torch.zeros(4))
    for char in ("ello" + "hello" * 10)[: seq_len - 1]:
        hidden = cell(one_hot[vocab.index(char)], hidden)
    return hidden


def difference(cell, seq_len):
    """第一个字符是 h 还是 e，使第 seq_len 步的隐藏状态差多少。"""
    starts = [one_hot[vocab.index(char)] for char in "he"]
    states = [read(cell, first, seq_len) for first in starts]
    return (states[0] - states[1]).abs().max().item()


# --8<-- [end:setup]


# --8<-- [start:fading]
original = make_cell(seed=36, scale=1)
doubled = make_cell(seed=36, scale=2)
print("      weight_hh  weight_hh * 2")
for seq_len in (1, 2, 5, 10, 20, 50):
    print(
        f"h_{seq_len:<2}  {difference(original, seq_len):9.5f}"
        f"  {difference(doubled, seq_len):13.5f}"
    )
# --8<-- [end:fading]


# --8<-- [start:hundred-seeds]
for scale in (1, 2):
    cells = [make_cell(seed, scale) for seed in range(100)]
    left = [difference(cell, 50) for cell in cells]
    faded = sum(d < 0.001 for d in left)
    print(f"weight_hh * {scale}: 100 个种子里 {faded} 个差值小于 0.001")
# --8<-- [end:hundred-seeds]


# --8<-- [start:gradient]
def sensitivity(cell, seq_len):
    """x_1 的每个分量对 h_t 的每个分量的导数，取绝对值最大的一个。"""
    jacobian = torch.autograd.functional.jacobian(
        lambda first: read(cell, first, seq_len), one_hot[vocab.index("h")]
    )
    return jacobian.abs().max().item()


print("      weight_hh  weight_hh * 2")
for seq_len in (1, 2, 5, 10, 20, 50):
    print(
        f"h_{seq_len:<2}  {sensitivity(original, seq_len):9.5f}"
        f"  {sensitivity(doubled, seq_len):13.5f}"
    )
# --8<-- [end:gradient]


# --8<-- [start:remembering-cells]
cells = [make_cell(seed, scale=2) for seed in range(100)]
remembering = [cell for cell in cells if difference(cell, 50) >= 0.001]
slopes = [sensitivity(cell, 50) for cell in remembering]
print(f"weight_hh * 2: {len(slopes)} 个差值不小于 0.001，其中")
print(f"  导数小于 0.001 的 {sum(s < 0.001 for s in slopes)} 个")
print(f"  导数大于 10 的 {sum(s > 10 for s in slopes)} 个")
# --8<-- [end:remembering-cells]
