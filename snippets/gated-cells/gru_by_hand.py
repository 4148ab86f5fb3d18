"""手写的 GRU 与 torch.nn.GRU 相等；两处与有的书不同。"""

# --8<-- [start:step]
import torch

torch.manual_seed(0)
d, n = 3, 4
gru = torch.nn.GRU(d, n)
xs = torch.randn(5, d)


def step(x, h):
    """走一步，返回新的 h。"""
    a = gru.weight_ih_l0 @ x + gru.bias_ih_l0
    b = gru.weight_hh_l0 @ h + gru.bias_hh_l0
    (a_r, a_z, a_n), (b_r, b_z, b_n) = (
        a.split(n),
        b.split(n),
    )
    r = (a_r + b_r).sigmoid()
    z = (a_z + b_z).sigmoid()
    new = (a_n + r * b_n).tanh()
    return (1 - z) * new + z * h


# --8<-- [end:step]

# --8<-- [start:compare]
h = torch.zeros(n)
states = []
for x in xs:
    h = step(x, h)
    states.append(h)
output, h_n = gru(xs)
by_hand = torch.stack(states)
print("h 相等:", torch.allclose(by_hand, output))
for name, p in gru.named_parameters():
    print(f"{name:12} {tuple(p.shape)}")
count = sum(p.numel() for p in gru.parameters())
formula = 3 * n * (d + n + 2)
print(f"{count} 个参数，3n(d+n+2) = {formula}")
# --8<-- [end:compare]


# --8<-- [start:books]
def read(sign, swap, before):
    """sign 乘 z 的那一段；swap 把 z 与 1-z 对调；
    before 把 r 放在矩阵乘之前。"""
    h = torch.zeros(n)
    for x in xs:
        a = gru.weight_ih_l0 @ x + gru.bias_ih_l0
        b = gru.weight_hh_l0 @ h + gru.bias_hh_l0
        r = (a[:n] + b[:n]).sigmoid()
        z = (sign * (a + b)[n : 2 * n]).sigmoid()
        z = 1 - z if swap else z
        inner = r * b[2 * n :]
        if before:
            U = gru.weight_hh_l0[2 * n :]
            inner = (
                U @ (r * h) + gru.bias_hh_l0[2 * n :]
            )
        new = (a[2 * n :] + inner).tanh()
        h = (1 - z) * new + z * h
    return h


with torch.no_grad():
    for name, setting in [
        ("PyTorch 的写法", (1, False, False)),
        ("z 与 1-z 对调", (1, True, False)),
        ("对调，z 的参数都变号", (-1, True, False)),
        ("r 放在矩阵乘之前", (1, False, True)),
    ]:
        gap = (read(*setting) - h_n[0]).abs().max()
        same = (
            "相等" if gap < 1e-6 else f"差 {gap:.4f}"
        )
        print(f"{name}: {same}")
# --8<-- [end:books]
