"""第二轮接着用上一轮的隐藏状态：反向传播报错。"""

import torch

# 训练程序里的名字：trained.py 照样训练，只是不印。
from trained import Model, criterion, inputs, labels
from trained import batch_size, hidden_size, input_size

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
