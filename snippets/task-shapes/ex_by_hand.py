"""练习：手算持续法与均值的 RMSE。"""

# --8<-- [start:by-hand]
from itertools import pairwise

x = [3, 5, 4, 6, 7, 5]
steps = [b - a for a, b in pairwise(x)]
squares = [step**2 for step in steps]
print(f"差 {steps}，平方 {squares}")
print(f"平方和 {sum(squares)}")
print(f"持续法 {(sum(squares) / 5) ** 0.5:.3f}")
mean = sum(x) / 6
squares = [(n - mean) ** 2 for n in x[1:]]
print(f"六个的均值 {(sum(squares) / 5) ** 0.5:.3f}")
squares = [
    (x[t] - sum(x[:t]) / t) ** 2 for t in range(1, 6)
]
print(f"前面的均值 {(sum(squares) / 5) ** 0.5:.3f}")
# --8<-- [end:by-hand]
