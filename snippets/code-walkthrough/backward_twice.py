"""同一份计算图反向传播两次：报错，两种改法。"""

import torch

# 训练程序里的名字：trained.py 照样训练，只是不印。
from trained import Model, criterion, inputs, labels
from trained import batch_size, hidden_size, input_size

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
