"""换几个种子，各训练 15 轮，看写出什么。"""

from training import train

# --8<-- [start:other-seeds]
for seed in [0, 1, 2, 3, 4, 3332505980]:
    predicted, _, _ = train(seed)[-1]
    print(f"种子 {seed:>10}: {predicted}")
# --8<-- [end:other-seeds]
