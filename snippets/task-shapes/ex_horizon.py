"""练习：从第几步起，均值胜过持续法。"""

# --8<-- [start:horizon]
from series import ar2, errors, windows

same, mean = [], []
for seed in range(12):
    series = ar2(seed, 2000)
    x, y = windows(series[1000:], 1, 8)
    same.append(errors(x, y))
    middle = series[:1000].mean()
    mean.append(errors(middle, y))
for k in range(8):
    wins = sum(
        m[k] < s[k]
        for s, m in zip(same, mean, strict=True)
    )
    print(f"往后 {k + 1} 步，均值更小的 {wins} 条")
# --8<-- [end:horizon]
