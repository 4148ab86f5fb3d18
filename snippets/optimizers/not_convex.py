"""本课的损失不是凸函数：中间的一点比两端的平均还高。"""

import copy

import torch

# 课文前面写好的 predict，和它用的模型。
from prediction import (
    Model,
    hidden_size,
    input_size,
    predict,
)

# 与手写的 Adam 比较的那个模型，训练 15 步。
torch.manual_seed(3332505980)
by_torch = Model(input_size, hidden_size)
torch_adam = torch.optim.Adam(
    by_torch.parameters(), lr=0.1
)
for _ in range(15):
    torch_adam.zero_grad()
    predict(by_torch)[1].backward()
    torch_adam.step()

# --8<-- [start:higher-in-the-middle]
heights = []
for scale in (0, -2, -1):
    scaled = copy.deepcopy(by_torch)
    with torch.no_grad():
        for parameter in scaled.parameters():
            parameter *= scale
    heights.append(predict(scaled)[1].item())
zero, far, middle = heights
average = (zero + far) / 2
print(
    f"两端的损失 {zero:.2f} 与 {far:.2f}，"
    f"平均 {average:.2f}"
)
print(
    f"正中间的损失 {middle:.2f}，"
    f"高过平均: {middle > average}"
)
# --8<-- [end:higher-in-the-middle]
