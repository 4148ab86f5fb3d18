"""走一步：h_0、输入输出的形状、参数个数。"""

import torch

# 训练程序里的名字：trained.py 照样训练，只是不打印。
from trained import (
    Model,
    batch_size,
    hidden_size,
    input_size,
    inputs,
)

# --8<-- [start:shapes-and-parameters]
torch.manual_seed(0)
model = Model(input_size, hidden_size)
h_0 = model.init_hidden(batch_size)
h_1 = model(inputs[0], h_0)

print(f"x:   {tuple(inputs[0].shape)}")
print(f"h_0: {tuple(h_0.shape)} 值 {h_0.tolist()}")
print(f"h_1: {tuple(h_1.shape)}")
for name, parameter in model.named_parameters():
    print(
        f"{name}: {tuple(parameter.shape)}，"
        f"{parameter.numel()} 个数"
    )
count = sum(p.numel() for p in model.parameters())
print(f"参数个数: {count}")
called = torch.equal(
    model(inputs[0], h_0),
    model.forward(inputs[0], h_0),
)
print(
    "model(x, hidden) 就是 forward(x, hidden): "
    f"{called}"
)

weight = model.cell.weight_ih
product = weight @ inputs[0][0]
print(
    "读 h 就是取第 1 列: "
    f"{torch.equal(product, weight[:, 1])}"
)
# --8<-- [end:shapes-and-parameters]
