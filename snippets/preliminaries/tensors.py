"""张量、形状、下标、矩阵乘法。"""

# --8<-- [start:tensors]
import torch

row = torch.tensor([1.0, 2.0, 3.0])
table = torch.tensor([[1.0, 0.0, 2.0], [0.0, 1.0, 1.0]])
print("形状：", tuple(row.shape), tuple(table.shape))
print("第 0 行：", table[0].tolist())
print("第 0 行第 2 个：", table[0, 2].item())
print("乘积：", (table @ row).tolist())
print("零：", torch.zeros(2, 3).tolist())
# --8<-- [end:tensors]

# --8<-- [start:view]
flat = torch.tensor([1, 2, 3, 4, 5, 6])
print(flat.view(2, 3).tolist())
print(flat.view(-1, 2).tolist())
print(flat.dtype, row.dtype)
# --8<-- [end:view]
