"""手算困惑度。"""

# --8<-- [start:by-hand]
from math import exp, log

four = [1 / 2, 1 / 4, 1 / 8, 1 / 8]
loss = sum(-log(p) for p in four) / len(four)
print(f"{exp(loss):.3f}，{2 ** (9 / 4):.3f}")
print(f"{exp(-log(1 / 1545)):.1f}")
# --8<-- [end:by-hand]
