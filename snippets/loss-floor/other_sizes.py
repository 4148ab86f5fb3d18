"""练习：得分限在 -1 与 1 之间，字符的种数不同时，概率与损失的界。"""

# --8<-- [start:other-sizes]
import math

for size in (2, 3, 4, 8, 9, 65):
    others = (size - 1) * math.exp(-2)
    print(
        f"{size:2} 个字符: "
        f"概率小于 {1 / (1 + others):.4f}，"
        f"一步的损失大于 {math.log(1 + others):.4f}"
    )
# --8<-- [end:other-sizes]
