"""数一数：4 个数的隐藏状态装得下多少种不同的序列。"""

# --8<-- [start:capacity]
bits = 4 * 32  # 4 个数，每个 32 位
print(f"隐藏状态: 至多 2^{bits} 种取值")
for length in (5, 64, 65, 1000):
    # 每个字符有 4 = 2^2 种可能
    exponent = 2 * length
    print(
        f"{length} 个字符: 2^{exponent} 种序列，"
        f"装得下: {exponent <= bits}"
    )
# --8<-- [end:capacity]
