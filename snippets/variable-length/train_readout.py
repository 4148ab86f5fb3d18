"""训练程序：三个任务、四种读法，各十个种子。

用时不到 120 秒，导入 PyTorch 另算。
"""

# --8<-- [start:train]
import sys

import numpy as np
import torch

from readout_task import READOUTS, TASKS, make, train

# 正确率；测试的序列再多填 29 格，改了答案的条数
shape = len(TASKS), len(READOUTS), 10
accuracy = np.zeros(shape)
changed = np.zeros(shape, dtype=int)
for i, task in enumerate(TASKS):
    torch.manual_seed(1)
    x, lengths, y = make(task, 400)
    longer = torch.nn.functional.pad(x, (0, 29))
    for j, (name, way) in enumerate(
        READOUTS.items()
    ):
        for k in range(10):
            net = train(task, way, 100 + k)
            with torch.no_grad():
                a = net(x, lengths).argmax(1)
                b = net(longer, lengths).argmax(1)
            accuracy[i, j, k] = (
                (a == y).float().mean()
            )
            changed[i, j, k] = (a != b).sum()
        print(task, name, file=sys.stderr)
        print(f"{task}，{name}")
        print(
            " ",
            *[f"{v:.2f}" for v in accuracy[i, j]],
        )
tables = {"accuracy": accuracy, "changed": changed}
np.savez("train_readout.npz", **tables)
# --8<-- [end:train]
