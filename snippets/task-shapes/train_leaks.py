"""训练程序：三种做法，GRU 各报告多大的误差。

用时不到 120 秒，导入 PyTorch 另算。
"""

import sys

import numpy as np
import torch

from leaks import split
from network import forecast, train
from series import ar2, errors, walk

torch.set_num_threads(1)

# --8<-- [start:train]
arrays = {}
for make in (ar2, walk):
    for leak in ("没有", "缩放", "切分"):
        rows = []
        for seed in range(12):
            series = make(seed, 1250)
            parts, std = split(series, leak, seed)
            model = train(seed, *parts[0])
            rows.append(
                [
                    errors(forecast(model, x), y)
                    for x, y in parts[1:]
                ]
                * std.numpy()
            )
            print(seed, file=sys.stderr)
        name = f"{make.__name__} {leak}"
        # 序列、报告的与以后的、往后几步
        arrays[name] = np.array(rows)
        print(name, arrays[name].shape)
np.savez("train_leaks.npz", **arrays)
# --8<-- [end:train]
