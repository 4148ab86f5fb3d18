"""用三个 RNNCell 逐层计算，与三层的 nn.RNN 比较。"""

# --8<-- [start:layer-by-layer]
import torch

torch.manual_seed(0)
rnn = torch.nn.RNN(
    input_size=5, hidden_size=6, num_layers=3
)
inputs = torch.randn(4, 2, 5)
output, h_n = rnn(inputs)

# 三个 RNNCell 各用一层的四个参数，
# 第 1 层的输入比别的层短。
names = [
    "weight_ih",
    "weight_hh",
    "bias_ih",
    "bias_hh",
]
parameters = list(rnn.parameters())
cells = []
for layer, size in enumerate([5, 6, 6]):
    cell = torch.nn.RNNCell(
        input_size=size, hidden_size=6
    )
    own = parameters[4 * layer : 4 * layer + 4]
    cell.load_state_dict(
        dict(zip(names, own, strict=True))
    )
    cells.append(cell)

hidden = [torch.zeros(2, 6) for _ in cells]
top = []
for x in inputs:
    below = x
    for layer, cell in enumerate(cells):
        hidden[layer] = cell(below, hidden[layer])
        below = hidden[layer]  # 交给上面一层当输入
    top.append(below)

same_output = torch.allclose(
    torch.stack(top), output
)
same_h_n = torch.allclose(torch.stack(hidden), h_n)
print("每一步的最上层与 output 相同:", same_output)
print("最后一步的各层与 h_n 相同:", same_h_n)
# --8<-- [end:layer-by-layer]
