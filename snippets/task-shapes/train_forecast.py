"""训练程序：两种生成的序列各十二条，GRU 猜后面的数。

用时不到 120 秒，导入 PyTorch 另算。
"""

import sys

import numpy as np
import torch

from network import forecast, train
from series import ar2, errors, walk, windows

torch.set_num_threads(1)


# --8<-- [start:train]
def guess(series, seed, horizon, num_steps=250):
    """前 1000 个训练，猜后 1000 个；
    缩放的均值、标准差只从前 1000 个算。"""
    past, future = series[:1000], series[1000:]
    mean, std = past.mean(), past.std()
    x, y = windows((past - mean) / std, 20, horizon)
    model = train(seed, x, y, num_steps)
    x, _ = windows(future, 20, horizon)
    x = (x - mean) / std
    return forecast(model, x) * std + mean


# 名字: (往后几步, 训练几步)
SETTINGS = {
    "one": (1, 250),
    "far": (20, 250),
    "long": (20, 500),
}
arrays = {
    name: [] for name in [*SETTINGS, "walk", "step"]
}
for seed in range(12):
    series = ar2(seed, 2000)
    for name, setting in SETTINGS.items():
        _, y = windows(series[1000:], 20, setting[0])
        found = guess(series, seed, *setting)
        arrays[name].append(errors(found, y))
    series = walk(seed, 2000)
    x, y = windows(series[1000:], 20, 1)
    found = guess(series, seed, 1)
    arrays["walk"].append(errors(found, y))
    if seed == 0:
        drawn = found[:, 0]
    # 第二种写法：读差值，猜差值，再加到最后一个上
    steps = torch.diff(series, prepend=series[:1])
    found = x[:, -1:] + guess(steps, seed, 1)
    arrays["step"].append(errors(found, y))
    print(seed, file=sys.stderr)
for name, rows in arrays.items():
    first = [row[0] for row in rows]
    print(
        f"{name:5}往后 1 步，RMSE "
        f"{min(first):.2f} 到 {max(first):.2f}"
    )
np.savez("train_forecast.npz", drawn=drawn, **arrays)
# --8<-- [end:train]
