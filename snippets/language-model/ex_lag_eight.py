"""要记住 8 步之前的位，每段至少几步。

用时不到 5 秒，导入 PyTorch 另算。
"""

# --8<-- [start:lag-eight]
from echo import run

for size in (8, 9, 16):
    shares = [
        f"{run(size, True, seed, lag=8):.3f}"
        for seed in range(3)
    ]
    print(f"每段 {size} 步:", *shares)
# --8<-- [end:lag-eight]
