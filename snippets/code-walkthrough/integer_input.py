"""列表不收，留着整数类型的独热向量，RNNCell 也不收。"""

import torch

x_one_hot = [[0, 1, 0, 0]]

# --8<-- [start:integers-rejected]
torch.manual_seed(0)
cell = torch.nn.RNNCell(4, 4)
try:
    cell(x_one_hot[:1])
except AttributeError as error:
    print(f"交一个列表: {type(error).__name__}")

integers = torch.tensor(x_one_hot[:1])
try:
    cell(integers)
except RuntimeError as error:
    print(f"weight_ih: {cell.weight_ih.dtype}，输入: {integers.dtype}")
    print(f"相乘: {type(error).__name__}")
    print(f"  {error}")

from_nothing = cell(integers.float())
from_zeros = cell(integers.float(), torch.zeros(1, 4))
print(f"改成 float(): 得到 {tuple(from_nothing.shape)}")
print(f"不给隐藏状态就是给全零: {torch.equal(from_nothing, from_zeros)}")
# --8<-- [end:integers-rejected]
