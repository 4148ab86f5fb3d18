"""走一步：h_0、输入输出的形状、参数个数。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自主程序；它印的 15 行这里用不着。
train_program = Path(__file__).parents[1] / "char-rnn" / "train.py"
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(train_program))
Model, inputs = main["Model"], main["inputs"]
input_size = main["input_size"]
hidden_size = main["hidden_size"]
batch_size = main["batch_size"]

# --8<-- [start:shapes-and-parameters]
torch.manual_seed(0)
model = Model(input_size, hidden_size)
h_0 = model.init_hidden(batch_size)
h_1 = model(inputs[0], h_0)

print(f"x:   {tuple(inputs[0].shape)}")
print(f"h_0: {tuple(h_0.shape)} 值 {h_0.tolist()}")
print(f"h_1: {tuple(h_1.shape)}")
for name, parameter in model.named_parameters():
    print(f"{name}: {tuple(parameter.shape)}，{parameter.numel()} 个数")
print(f"参数个数: {sum(p.numel() for p in model.parameters())}")

weight = model.cell.weight_ih
product = weight @ inputs[0][0]
print(f"读 h 就是取第 1 列: {torch.equal(product, weight[:, 1])}")
# --8<-- [end:shapes-and-parameters]
