"""用小数字手算一步 RNN，再与 torch.nn.RNNCell 的结果比较。"""

# --8<-- [start:numbers]
import torch

x = torch.tensor([1.0, 0.0, 2.0])
hidden = torch.tensor([0.5, -0.5])
W_xh = torch.tensor(
    [[0.2, 0.4, 0.1], [-0.5, 0.3, 0.2]]
)
W_hh = torch.tensor([[0.6, -0.4], [0.4, 0.2]])
b_h = torch.tensor([0.1, -0.3])
# --8<-- [end:numbers]


# --8<-- [start:new-hidden]
def show(name, vector):
    """把一个向量打印成一行，每个分量四位小数。"""
    texts = [f"{v:8.4f}" for v in vector.tolist()]
    print(f"{name:<8}:", *texts)


from_input = W_xh @ x
from_hidden = W_hh @ hidden
total = from_input + from_hidden + b_h
new_hidden = torch.tanh(total)

show("W_xh @ x", from_input)
show("W_hh @ h", from_hidden)
show("total", total)
show("tanh", new_hidden)
# --8<-- [end:new-hidden]


# --8<-- [start:compare]
cell = torch.nn.RNNCell(input_size=3, hidden_size=2)
parameters = {
    "weight_ih": W_xh,
    "weight_hh": W_hh,
    "bias_ih": b_h,
    "bias_hh": torch.zeros(2),
}
cell.load_state_dict(parameters)
cell_hidden = cell(x, hidden)

show("RNNCell", cell_hidden)
print(
    "与手算相同:",
    torch.allclose(cell_hidden, new_hidden),
)
# --8<-- [end:compare]


# --8<-- [start:output]
W_hy = torch.tensor([[2.0, -1.0]])
b_y = torch.tensor([0.5])
y = W_hy @ new_hidden + b_y

show("y", y)
# --8<-- [end:output]
