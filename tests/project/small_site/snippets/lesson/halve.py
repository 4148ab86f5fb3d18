"""一个数减半，数取自旁边的模块。"""

from values import x

# --8<-- [start:halve]
print(f"half of {x} is {x / 2:.4f}\ndone")
# --8<-- [end:halve]
