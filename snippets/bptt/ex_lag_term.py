"""练习：一个数的 RNN，间隔 k 的一项。"""

# --8<-- [start:terms]
w = 0.5
lag = 0
while w**lag >= 0.001:
    lag += 1
print(f"间隔 {lag}: {w**lag:.5f}")
print(f"间隔 {lag - 1}: {w ** (lag - 1):.5f}")
print(f"w 是 1 时，间隔 100: {1.0**100}")
# --8<-- [end:terms]
