"""五个时间步的损失相加；用 item() 累加就离开了计算图。"""

import torch

# 训练程序里的名字：trained.py 照样训练，只是不打印。
from trained import Model, criterion, inputs, labels
from trained import (
    batch_size,
    hidden_size,
    input_size,
)

# --8<-- [start:tensor-or-float]
torch.manual_seed(3332505980)
fresh = Model(input_size, hidden_size)
hidden = fresh.init_hidden(batch_size)
loss = 0
float_loss = 0
for x, label in zip(inputs, labels, strict=True):
    hidden = fresh(x, hidden)
    step_loss = criterion(hidden, label)
    loss += step_loss
    float_loss += step_loss.item()

print(
    f"用 loss +=: {loss.item():.4f}，"
    f"{type(loss).__name__}"
)
print(
    f"用 item():  {float_loss:.4f}，"
    f"{type(float_loss).__name__}"
)
try:
    float_loss.backward()
except AttributeError as error:
    print(f"AttributeError: {error}")
# --8<-- [end:tensor-or-float]
