"""练习：输入一直是零，隐藏状态会不会一直是零。"""

# --8<-- [start:zero-inputs]
import torch

W_hh = torch.tensor([[0.6, -0.4], [0.4, 0.2]])
b_h = torch.tensor([0.1, -0.3])
hidden = torch.zeros(2)
for t in range(1, 5):
    hidden = torch.tanh(W_hh @ hidden + b_h)  # W_xh @ x 是零，不用写
    print(f"h_{t}:", *(f"{value:7.4f}" for value in hidden.tolist()))
# --8<-- [end:zero-inputs]
