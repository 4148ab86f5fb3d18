"""同一份计算图反向传播两次：报错，两种改法。"""

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

# --8<-- [start:same-graph-twice]
torch.manual_seed(0)
again = Model(input_size, hidden_size)
hidden = again(inputs[0], again.init_hidden(batch_size))
step_loss = criterion(hidden, labels[0])
step_loss.backward()
try:
    step_loss.backward()
except RuntimeError as error:
    print(f"第二次 backward: {str(error).split(' (')[0]}")
    print(f"  提到 retain_graph=True: {'retain_graph=True' in str(error)}")

# 改法一：再要一次梯度，就再算一遍前向传播，得到新的计算图。
hidden = again(inputs[0], again.init_hidden(batch_size))
criterion(hidden, labels[0]).backward()
print("重新前向传播: 反向传播完成")

# 改法二：想留着隐藏状态的数，用 detach 去掉它身后的计算图。
hidden = again(inputs[1], hidden.detach())
criterion(hidden, labels[1]).backward()
print("hidden.detach(): 反向传播完成")
# --8<-- [end:same-graph-twice]
