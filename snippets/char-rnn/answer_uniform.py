"""得分全是 0 时的损失。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自前面的程序；它们印的东西这里用不着。
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(Path(__file__).with_name("train.py")))
criterion = main["criterion"]
labels = main["labels"]
batch_size = main["batch_size"]
hidden_size = main["hidden_size"]

# --8<-- [start:all-zero]
zeros = torch.zeros(batch_size, hidden_size)
one_step = criterion(zeros, labels[0]).item()

print(f"四个概率: {zeros.softmax(dim=1)[0].tolist()}")
print(f"一步: {one_step:.4f}")
print(f"五步: {5 * one_step:.4f}")
# --8<-- [end:all-zero]
