"""练习：输入一直是零，隐藏状态会不会一直是零。"""

# --8<-- [start:zero-inputs]
import torch

W_hh = torch.tensor([[0.6, -0.4], [0.4, 0.2]])
b_h = torch.tensor([0.1, -0.3])
hidden = torch.zeros(2)
for t in range(1, 5):
    # W_xh @ x 是零，不用写
    hidden = torch.tanh(W_hh @ hidden + b_h)
    texts = [f"{v:7.4f}" for v in hidden.tolist()]
    print(f"h_{t}:", *texts)
# --8<-- [end:zero-inputs]
