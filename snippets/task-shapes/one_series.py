"""一条序列上的持续法、均值、最小二乘。"""

# --8<-- [start:baselines]
from series import ar2, errors, fit, predict, windows

series = ar2(0, 2000)
past, future = series[:1000], series[1000:]
x, y = windows(past, 4, 1)
x_test, y_test = windows(future, 4, 1)
coefficients = fit(x, y)
guesses = {
    "持续法": x_test[:, -1:],
    "均值": past.mean(),
    "最小二乘": predict(coefficients, x_test),
}
for name, guess in guesses.items():
    print(f"{name} {errors(guess, y_test)[0]:.2f}")
print(
    "系数，从远到近:",
    [f"{c:.2f}" for c in coefficients[:-1, 0]],
)
# --8<-- [end:baselines]
