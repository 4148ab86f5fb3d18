"""nn.RNN 一次读整段序列，RNNCell 每次读一个时间步。"""

import torch

x_one_hot = [
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
inputs = torch.tensor(
    x_one_hot, dtype=torch.float32
).view(-1, 1, 4)

# --8<-- [start:sequence-or-step]
torch.manual_seed(0)
rnn = torch.nn.RNN(4, 4)
cell = torch.nn.RNNCell(4, 4)

outputs, last_hidden = rnn(inputs)
print(
    f"nn.RNN  输入 {tuple(inputs.shape)}，"
    f"输出 {tuple(outputs.shape)}"
)
hidden = torch.zeros(1, 4)
for x in inputs:
    hidden = cell(x, hidden)
print(
    f"RNNCell 输入 {tuple(x.shape)}，"
    f"输出 {tuple(hidden.shape)}"
)
# --8<-- [end:sequence-or-step]

# --8<-- [start:unbatched]
unbatched = inputs[:, 0]  # 不分批：去掉中间一维
outputs_unbatched, _ = rnn(unbatched)
same = torch.allclose(
    outputs_unbatched, outputs[:, 0]
)
print(
    "不分批的 nn.RNN  输入 "
    f"{tuple(unbatched.shape)}，结果相同: {same}"
)
one_step = cell(unbatched[0])
print(
    "不分批的 RNNCell "
    f"输入 {tuple(unbatched[0].shape)}，"
    f"输出 {tuple(one_step.shape)}"
)
from_zeros = cell(inputs[0], torch.zeros(1, 4))
print(
    "不给隐藏状态就是给全零: "
    f"{torch.equal(cell(inputs[0]), from_zeros)}"
)
# --8<-- [end:unbatched]
