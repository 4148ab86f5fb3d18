"""练习：先磨平再切窗口，误差比下限还小。"""

# --8<-- [start:smooth]
from series import ar2, errors, fit, predict

for seed in range(3):
    series = ar2(seed, 2000)
    # 每个数与前后各一个的平均
    smooth = series.unfold(0, 3, 1).mean(1)
    # 读 4 个平均，猜下一个平均；
    # 或者只猜原来的、读的平均里都没有的那个数
    x = smooth.unfold(0, 4, 1)[:-1]
    for name, y in (
        ("磨平的", smooth[4:]),
        ("原来的", series[6:]),
    ):
        y = y[:, None]
        coefficients = fit(x[:1000], y[:1000])
        guess = predict(coefficients, x[1000:])
        error = errors(guess, y[1000:])[0]
        print(f"种子 {seed}，猜{name} {error:.2f}")
# --8<-- [end:smooth]
