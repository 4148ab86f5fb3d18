"""练习：往后两步的下限。"""

# --8<-- [start:two-steps]
from series import ar2, errors, fit, predict, windows

print(f"下限 {(1 + 1.6**2) ** 0.5:.3f}")
for seed in range(3):
    series = ar2(seed, 2000)
    x, y = windows(series[:1000], 2, 2)
    x_test, y_test = windows(series[1000:], 2, 2)
    guess = predict(fit(x, y), x_test)
    print(
        "最小二乘 "
        f"{errors(guess, y_test)[1]:.3f}，"
        f"种子 {seed}"
    )
# --8<-- [end:two-steps]
