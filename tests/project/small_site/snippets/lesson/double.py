"""一个数加倍。"""

# --8<-- [start:numbers]
x = 1.5
# --8<-- [end:numbers]

# --8<-- [start:double]
y = 2 * x
print(f"twice {x} is {y:.4f}")
# --8<-- [end:double]
