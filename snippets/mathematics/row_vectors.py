"""按行向量的写法手算一步，与 RNNCell 的结果比较。"""

# --8<-- [start:row-vectors]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=3)
# 2 条序列，每条占一行。
x = torch.randn(2, 4)
hidden = torch.randn(2, 3)

from_input = x @ cell.weight_ih.T + cell.bias_ih
from_hidden = (
    hidden @ cell.weight_hh.T + cell.bias_hh
)
by_hand = torch.tanh(from_input + from_hidden)
by_cell = cell(x, hidden)

print("weight_ih.T:", tuple(cell.weight_ih.T.shape))
print("from_input :", tuple(from_input.shape))
print(
    "手算与 RNNCell 相同:",
    torch.allclose(by_hand, by_cell),
)
alone = torch.stack(
    [cell(x[i], hidden[i]) for i in range(2)]
)
print(
    "与逐条单独算相同:",
    torch.allclose(alone, by_cell),
)
# --8<-- [end:row-vectors]
