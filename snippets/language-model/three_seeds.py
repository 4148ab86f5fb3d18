"""一种网络训练三个种子：曲线、测试损失、各写 300 首。

每个种子留下验证损失最低的权重，再量测试损失。
"""

import numpy as np
import torch

from fit import fit, held_out_loss, new_model
from writing import write

torch.set_num_threads(1)


def three_seeds(make, num_steps=400):
    """返回要存的数组的字典，和种子 0 的模型。"""
    models, curves, tests, poems = [], [], [], []
    for seed in range(3):
        model = new_model(make, seed)
        curves.append(fit(model, num_steps))
        tests.append(held_out_loss(model, "test"))
        texts = write(model, 300, 0.8)
        poems.append("\n".join(texts).encode())
        models.append(model)
        report(seed, curves[-1], tests[-1])
    return {
        "curves": np.array(curves),
        "test": torch.stack(tests).mean(2).numpy(),
        "position": torch.stack(tests)
        .mean(1)
        .numpy(),
        "poems": np.array(poems),
    }, models[0]


def report(seed, curve, test):
    step, _, valid = min(curve, key=lambda c: c[2])
    print(
        f"种子 {seed}: 第 {step} 步，"
        f"验证 {np.exp(valid):.1f}，"
        f"测试 {test.mean().exp():.1f}"
    )
