"""记得住第一个字符的 Cell，导数多半是 0：两个 Cell，再看 100 个。"""

# --8<-- [start:cells]
import torch

torch.set_num_threads(1)
one_hot = torch.eye(4).double()
text = torch.tensor([1, 0, 2, 2, 3] * 400)  # hello…


def make_cells(seeds, scale):
    """没有训练过的 RNNCell，几个叠在一起，
    W_hh 再乘 scale；返回 W_xh、W_hh、偏置。"""
    parts = []
    for seed in seeds:
        torch.manual_seed(seed)
        cell = torch.nn.RNNCell(4, 4).double()
        w_xh, w_hh, b_xh, b_hh = (
            p.detach() for p in cell.parameters()
        )
        bias = (b_xh + b_hh).view(4, 1)
        parts.append((w_xh, scale * w_hh, bias))
    return [
        torch.stack(p)
        for p in zip(*parts, strict=True)
    ]


def read(cells, first, steps):
    """先读 first，再读 ellohello……。返回各步的状态，
    和这时对第一个输入的导数里绝对值最大的。

    每走一步，导数左乘一次 W_hh，再乘 tanh 的导数
    1 - h²。这是从 x_1 往后乘；backward 从后往前乘，
    乘的是同一串矩阵，只是先乘哪一头。
    叠在一起的矩阵，@ 各乘各的。
    """
    w_xh, w_hh, bias = cells
    total = w_xh @ first.view(4, 1) + bias
    h = torch.tanh(total)
    slope = (1 - h**2) * w_xh
    found = {}
    for t in range(1, max(steps) + 1):
        if t > 1:
            x = one_hot[text[t - 1]].view(4, 1)
            h = torch.tanh(
                w_xh @ x + w_hh @ h + bias
            )
            slope = (1 - h**2) * (w_hh @ slope)
        if t in steps:
            largest = slope.abs().amax(dim=(1, 2))
            found[t] = h, largest
    return found


def apart(cells, steps):
    """第一个字符是 h 还是 e，状态差多少。"""
    a = read(cells, one_hot[1], steps)
    b = read(cells, one_hot[0], steps)
    return {
        t: (a[t][0] - b[t][0]).abs().amax(dim=(1, 2))
        for t in steps
    }


# --8<-- [end:cells]

# --8<-- [start:two]
steps = (1, 10, 20, 50)
print("       W_hh 原样        W_hh 乘 2")
print("       差值     导数     差值     导数")
pairs = [make_cells([36], s) for s in (1, 2)]
rows = [
    (apart(c, steps), read(c, one_hot[1], steps))
    for c in pairs
]
for t in steps:
    numbers = [
        f"{d[t].item():.5f}  {r[t][1].item():.5f}"
        for d, r in rows
    ]
    print(f"h_{t:<3}", "  ".join(numbers))
# --8<-- [end:two]

# --8<-- [start:between]
h, e = one_hot[1], one_hot[0]
for share in (0, 0.1, 0.3, 0.5, 0.7, 0.9, 1):
    first = h + share * (e - h)
    state, _ = read(pairs[1], first, [50])[50]
    numbers = state.flatten().tolist()
    print(
        f"移 {share:.1f}: h_50 是",
        *(f"{number:8.5f}" for number in numbers),
    )
# --8<-- [end:between]

# --8<-- [start:hundred]
steps = (50, 500, 2000)
for scale in (1, 2):
    cells = make_cells(range(100), scale)
    apart_at = apart(cells, steps)
    kept = apart_at[50] >= 0.001
    print(
        f"W_hh 乘 {scale}，第 50 步: "
        f"{kept.sum()} 个还记得"
    )

slopes = read(cells, one_hot[1], steps)
still = kept & (apart_at[2000] >= 0.001)
gone = slopes[2000][1] < 1e-30
print("第 50 步还记得的，到第 2000 步:")
print(f"  也忘了: {(kept & ~still).sum()} 个")
print(f"  记得，导数没了: {(still & gone).sum()} 个")
print(f"  两样都在: {(still & ~gone).sum()} 个")
top = slopes[50][1].where(kept, 0).argmax()
both = slopes[2000][1][still & ~gone]
most = slopes[2000][1][still & gone].max()
print("到第 2000 步的导数:")
print(f"  没了的，最大 {most:.2g}")
print(
    f"  还在的，{both.min():.2g} 到 {both.max():.2g}"
)
print("第 50 步导数最大的一个，以后:")
for t in steps:
    print(f"  第 {t} 步 {slopes[t][1][top]:.2g}")
other = read(cells, one_hot[0], [50])[50][1][top]
print(f"  先读 e，第 50 步 {other:.2g}")
# --8<-- [end:hundred]
