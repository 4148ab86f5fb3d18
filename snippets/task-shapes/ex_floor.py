"""练习：比下限还小的 RMSE，是碰巧还是泄漏。"""

# --8<-- [start:below]
from series import errors, walk

for length in (100, 1000, 10000):
    found = [
        errors(series[:-1, None], series[1:, None])[
            0
        ]
        for series in (
            walk(seed, length + 1)
            for seed in range(100)
        )
    ]
    below = sum(error < 1 for error in found)
    print(
        f"{length:5} 个: {min(found):.3f} 到 "
        f"{max(found):.3f}，小于 1 的 {below} 条"
    )
# --8<-- [end:below]
