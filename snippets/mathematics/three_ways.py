"""同一组参数，同样的五步：NumPy 手写、RNNCell、nn.RNN 结果相同。"""

# --8<-- [start:three-ways]
import numpy as np
import torch

torch.manual_seed(0)
rnn = torch.nn.RNN(input_size=3, hidden_size=2)
cell = torch.nn.RNNCell(input_size=3, hidden_size=2)
# nn.RNN 的参数名后面多一个层号：weight_ih_l0 等。
cell.load_state_dict({n: getattr(rnn, f"{n}_l0") for n in cell.state_dict()})
sequence = torch.randn(5, 3)  # 五步，每步 3 个数

# 一、NumPy：照公式写，只有矩阵乘法、加法、tanh。
W_xh, W_hh, b_ih, b_hh = (p.detach().numpy() for p in rnn.parameters())
h = np.zeros(2)
by_numpy = []
for x in sequence.numpy():
    h = np.tanh(W_xh @ x + W_hh @ h + b_ih + b_hh)
    by_numpy.append(h)

# 二、RNNCell：一次走一步。
hidden = torch.zeros(2)
by_cell = []
for x in sequence:
    hidden = cell(x, hidden)
    by_cell.append(hidden.detach().numpy())

# 三、nn.RNN：五步一次走完。
by_rnn = rnn(sequence)[0].detach().numpy()

print(f"五步的隐藏状态: shape={by_rnn.shape}")
for name, states in [("NumPy", by_numpy), ("RNNCell", by_cell)]:
    difference = np.abs(np.array(states) - by_rnn).max()
    print(f"{name} 与 nn.RNN 的差不超过 1e-6: {difference <= 1e-6}")
# --8<-- [end:three-ways]
