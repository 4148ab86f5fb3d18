"""不清零，梯度就累加；zero_grad 清的是参数的 .grad。"""

import torch

vocab = ["e", "h", "l", "o"]
input_size = hidden_size = len(vocab)
batch_size = 1
x_data = [1, 0, 2, 2, 3]
y_data = [3, 1, 2, 3, 2]
inputs = torch.eye(input_size)[x_data].view(
    -1, batch_size, input_size
)
labels = torch.tensor(y_data).view(-1, batch_size)

criterion = torch.nn.CrossEntropyLoss()

# --8<-- [start:accumulated-gradient]
torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size, hidden_size)
cell_optimizer = torch.optim.Adam(
    cell.parameters(), lr=0.1
)

criterion(cell(inputs[0]), labels[0]).backward()
# 下一次会在原处累加，先抄一份
once = cell.bias_ih.grad.clone()
criterion(cell(inputs[0]), labels[0]).backward()
print(
    "第二次 / 第一次: "
    f"{(cell.bias_ih.grad / once).tolist()}"
)
cell_optimizer.zero_grad()
print(f"zero_grad 之后: {cell.bias_ih.grad}")
# --8<-- [end:accumulated-gradient]

# --8<-- [start:what-is-kept]
criterion(cell(inputs[0]), labels[0]).backward()
cell_optimizer.step()
# Adam 记着的几个张量
history = cell_optimizer.state[cell.bias_ih]
before_clearing = {
    name: kept.clone()
    for name, kept in history.items()
}
cell_optimizer.zero_grad(set_to_none=False)
print(
    "set_to_none=False: "
    f"{cell.bias_ih.grad.tolist()}"
)
same = [
    torch.equal(history[name], before_clearing[name])
    for name in history
]
print(
    f"Adam 记着的 {len(same)} 项都没变: {all(same)}"
)
# --8<-- [end:what-is-kept]
