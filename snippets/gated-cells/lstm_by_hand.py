"""手写的 LSTM 与 torch.nn.LSTM 相等：门的次序，两个状态，参数的排法。"""

# --8<-- [start:setup]
import torch

torch.manual_seed(0)
d, n = 3, 4  # 输入、隐藏状态的长度
lstm = torch.nn.LSTM(d, n)
xs = torch.randn(5, d)  # 五步
# --8<-- [end:setup]


# --8<-- [start:step]
def step(x, h, c):
    """走一步，返回新的 h 与 c。"""
    a = (
        lstm.weight_ih_l0 @ x
        + lstm.bias_ih_l0
        + lstm.weight_hh_l0 @ h
        + lstm.bias_hh_l0
    )
    i, f, g, o = a.split(n)
    i, f, o = i.sigmoid(), f.sigmoid(), o.sigmoid()
    c = f * c + i * g.tanh()
    h = o * c.tanh()
    return h, c


# --8<-- [end:step]

# --8<-- [start:compare]
h = c = torch.zeros(n)
states = []
for x in xs:
    h, c = step(x, h, c)
    states.append(h)
output, (h_n, c_n) = lstm(xs)
by_hand = torch.stack(states)
print("h 相等:", torch.allclose(by_hand, output))
print("c 相等:", torch.allclose(c, c_n[0]))
print(
    "h_n 是最后一步:",
    torch.equal(h_n[0], output[-1]),
)
# --8<-- [end:compare]

# --8<-- [start:parameters]
for name, p in lstm.named_parameters():
    print(f"{name:12} {tuple(p.shape)}")
count = sum(p.numel() for p in lstm.parameters())
formula = 4 * n * (d + n + 2)
print(f"{count} 个参数，4n(d+n+2) = {formula}")
# --8<-- [end:parameters]

# --8<-- [start:order]
from itertools import permutations

orders = [*permutations("ifgo")]
print(f"试 {len(orders)} 种次序")
with torch.no_grad():
    for names in orders:
        h = c = torch.zeros(n)
        for x in xs:
            a = (
                lstm.weight_ih_l0 @ x
                + lstm.bias_ih_l0
                + lstm.weight_hh_l0 @ h
                + lstm.bias_hh_l0
            )
            # 四段照 names 的次序认
            part = dict(
                zip(names, a.split(n), strict=True)
            )
            gate = {
                k: part[k].sigmoid() for k in "ifo"
            }
            new = gate["i"] * part["g"].tanh()
            c = gate["f"] * c + new
            h = gate["o"] * c.tanh()
        if torch.allclose(h, h_n[0]):
            print("相等的次序:", *names)
# --8<-- [end:order]

# --8<-- [start:two-states]
print("h_n", [f"{v:.3f}" for v in h_n[0].tolist()])
print("c_n", [f"{v:.3f}" for v in c_n[0].tolist()])
more = torch.randn(5, d)
whole = lstm(torch.cat([xs, more]))[0][5:]
for name, state in [
    ("接着 (h_n, c_n)", (h_n, c_n)),
    ("接着 (h_n, h_n)", (h_n, h_n)),
    ("接着 (c_n, h_n)", (c_n, h_n)),
]:
    rest = lstm(more, state)[0]
    gap = (rest - whole).abs().max()
    print(f"{name}: 与一次读完最多差 {gap:.4f}")
# --8<-- [end:two-states]
