"""练习：词表有 10 个字符，没有输出层的下限。"""

# --8<-- [start:ten]
import math

for size in (4, 10, 1000):
    others = (size - 1) * math.exp(-2)
    largest, floor = 1 / (1 + others), math.log(1 + others)
    print(f"{size:4} 个字符：概率最大 {largest:.4f}，一步的损失至少 {floor:.4f}")
# --8<-- [end:ten]
