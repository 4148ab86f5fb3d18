"""五个时间步的损失相加；用 item() 累加就离开了计算图。"""

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

# --8<-- [start:tensor-or-float]
torch.manual_seed(3332505980)
fresh = Model(input_size, hidden_size)
hidden = fresh.init_hidden(batch_size)
loss = 0
float_loss = 0
print(f"循环之前: {type(loss).__name__}")
for step, (x, label) in enumerate(zip(inputs, labels, strict=True)):
    hidden = fresh(x, hidden)
    step_loss = criterion(hidden, label)
    print(f"第 {step + 1} 步: {step_loss.item():.4f}")
    loss += step_loss
    float_loss += step_loss.item()

print(f"用 loss +=: {loss.item():.4f}，{type(loss).__name__}")
print(f"用 item():  {float_loss:.4f}，{type(float_loss).__name__}")
try:
    float_loss.backward()
except AttributeError as error:
    print(f"AttributeError: {error}")
loss.backward()
print(f"loss.backward(): 有梯度 {fresh.cell.bias_ih.grad is not None}")
# --8<-- [end:tensor-or-float]
