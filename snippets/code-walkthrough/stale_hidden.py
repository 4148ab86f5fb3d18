"""第二轮接着用上一轮的隐藏状态：反向传播报错。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自主程序；它印的 15 行这里用不着。
train_program = Path(__file__).parents[1] / "char-rnn" / "train.py"
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(train_program))
Model, criterion = main["Model"], main["criterion"]
inputs, labels = main["inputs"], main["labels"]
input_size = main["input_size"]
hidden_size = main["hidden_size"]
batch_size = main["batch_size"]

# --8<-- [start:carried-over]
torch.manual_seed(0)
unreset = Model(input_size, hidden_size)
hidden = unreset.init_hidden(batch_size)  # 错误示范：放在两轮之外
try:
    for epoch in range(2):
        hidden = unreset(inputs[0], hidden)
        criterion(hidden, labels[0]).backward()
        print(f"第 {epoch + 1} 轮: 反向传播完成")
except RuntimeError as error:
    print(f"第 {epoch + 1} 轮: {type(error).__name__}")
    print(str(error).split(" (")[0])  # 原文很长，只印第一句
# --8<-- [end:carried-over]
