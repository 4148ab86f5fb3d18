"""练习：预测自己的一列数。"""

# --8<-- [start:own]
from series import errors, fit, predict, windows
from temperature import celsius, dates

import torch

# 换成自己的：按时间排好的一列数
months = sorted({date[:7] for date in dates})
numbers = torch.stack(
    [
        celsius[[d[:7] == m for d in dates]].mean()
        for m in months
    ]
)
print(f"{len(numbers)} 个数")
season, num_test = 12, 12
x, y = windows(numbers, season, 1)
x_test, y_test = x[-num_test:], y[-num_test:]
x, y = x[:-num_test], y[:-num_test]
for name, guess in {
    "均值": y.mean(),
    "持续法": x_test[:, -1:],
    "上一季的这时候": x_test[:, :1],
    "最小二乘，最近 2 个": predict(
        fit(x[:, -2:], y), x_test[:, -2:]
    ),
}.items():
    print(f"{errors(guess, y_test)[0]:.2f} {name}")
# --8<-- [end:own]
