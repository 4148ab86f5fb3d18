"""练习：自己的一对词，只看当前字符最多写对几个，损失的下限是多少。"""

# --8<-- [start:own-words]
import math
from collections import Counter, defaultdict


def report(source, target):
    wanted = defaultdict(Counter)
    for x, y in zip(source, target, strict=True):
        wanted[x][y] += 1
    best = sum(
        max(counts.values())
        for counts in wanted.values()
    )
    # 概率取要写的各个字符所占的比例时，损失最小。
    floor = 0
    for counts in wanted.values():
        for count in counts.values():
            floor += count * math.log(
                counts.total() / count
            )
    print(
        f"{source} → {target}:\n"
        f"  最多写对 {best}/{len(source)}，"
        f"下限 {floor:.3f}"
    )


report("hello", "ohlol")
report("banana", "ananas")
report(
    "春眠不觉晓处处闻啼鸟", "眠不觉晓处处闻啼鸟春"
)
# --8<-- [end:own-words]
