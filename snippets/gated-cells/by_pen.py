"""每样都是一个数的 LSTM，走一步。"""

# --8<-- [start:pen]
from math import exp, tanh

x, h, c = 1.0, 0.5, 2.0
# 门: (W, U, b)
weights = {
    "i": (0.0, 2.0, 0.0),
    "f": (1.0, 0.0, 1.0),
    "g": (1.0, -1.0, 0.0),
    "o": (0.0, 0.0, 0.0),
}
gate = {}
for name, (W, U, b) in weights.items():
    a = W * x + U * h + b
    gate[name] = (
        tanh(a) if name == "g" else 1 / (1 + exp(-a))
    )
    print(
        f"{name}: a = {a:.1f}，得 {gate[name]:.2f}"
    )
kept, added = gate["f"] * c, gate["i"] * gate["g"]
c = kept + added
h = gate["o"] * tanh(c)
print(f"c = {kept:.2f} + {added:.2f} = {c:.2f}")
print(
    f"h = {gate['o']:.2f} × {tanh(c):.2f} = {h:.2f}"
)
# --8<-- [end:pen]
