"""nn.RNN 吃整段序列，RNNCell 每次吃一个时间步。"""

import torch

x_one_hot = [
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
inputs = torch.tensor(x_one_hot, dtype=torch.float32).view(-1, 1, 4)

# --8<-- [start:sequence-or-step]
torch.manual_seed(0)
rnn = torch.nn.RNN(4, 4)
cell = torch.nn.RNNCell(4, 4)

outputs, _ = rnn(inputs)
print(f"nn.RNN 吃  {tuple(inputs.shape)}，吐 {tuple(outputs.shape)}")
hidden = torch.zeros(1, 4)
for x in inputs:
    hidden = cell(x, hidden)
print(f"RNNCell 吃 {tuple(x.shape)}，吐 {tuple(hidden.shape)}")
unbatched = inputs[:, 0]  # 不分批：去掉中间一维
print(f"不分批的 nn.RNN 吃 {tuple(unbatched.shape)}")
outputs_unbatched, _ = rnn(unbatched)
print(f"  结果相同: {torch.allclose(outputs_unbatched, outputs[:, 0])}")
one_step = cell(unbatched[0])
print(f"不分批的 RNNCell 吃 {tuple(unbatched[0].shape)}，吐 {tuple(one_step.shape)}")
try:
    cell(inputs)
except ValueError as error:
    print(f"整段交给 RNNCell: {type(error).__name__}")
    print(f"  {error}")
# --8<-- [end:sequence-or-step]
