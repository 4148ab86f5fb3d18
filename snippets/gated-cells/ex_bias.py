"""练习：门是一半，隔 20 步剩多少；要剩一半，偏置是多少。"""

# --8<-- [start:bias]
from math import exp, log

print(f"f = 0.5，20 步剩 {0.5**20:.2e}")
for lag in (5, 20, 100):
    f = 0.5 ** (1 / lag)
    bias = log(f / (1 - f))
    check = 1 / (1 + exp(-bias))
    print(
        f"{lag:3} 步剩一半: f = {f:.4f}，"
        f"偏置 {bias:.2f}，"
        f"核对 {check**lag:.2f}"
    )
# --8<-- [end:bias]
