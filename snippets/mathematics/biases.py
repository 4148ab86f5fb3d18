"""把 RNNCell 的两个偏置合成一个，结果不变。"""

# --8<-- [start:merge]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
x = torch.randn(1, 4)
hidden = torch.randn(1, 4)
before = cell(x, hidden)

with torch.no_grad():
    cell.bias_ih += cell.bias_hh
    cell.bias_hh.zero_()
after = cell(x, hidden)
print("合并前后相同:", torch.allclose(before, after))

remaining = [
    cell.weight_ih,
    cell.weight_hh,
    cell.bias_ih,
]
print(
    "合并后的参数: "
    f"{sum(p.numel() for p in remaining)} 个"
)
# --8<-- [end:merge]
