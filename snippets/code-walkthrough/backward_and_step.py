"""backward 只算梯度，step 才改参数。"""

import torch

vocab = ["e", "h", "l", "o"]
input_size = hidden_size = len(vocab)
batch_size = 1
x_data = [1, 0, 2, 2, 3]
y_data = [3, 1, 2, 3, 2]
inputs = torch.eye(input_size)[x_data].view(-1, batch_size, input_size)
labels = torch.tensor(y_data).view(-1, batch_size)

criterion = torch.nn.CrossEntropyLoss()

# --8<-- [start:gradient-then-update]
torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size, hidden_size)
cell_optimizer = torch.optim.Adam(cell.parameters(), lr=0.1)
start = cell.weight_ih.detach().clone()  # step 在原处改参数，先抄一份

print(f"backward 之前: grad = {cell.weight_ih.grad}")
criterion(cell(inputs[0]), labels[0]).backward()
print(f"backward 之后: grad 形状 {tuple(cell.weight_ih.grad.shape)}")
print(f"  weight_ih 没变: {torch.equal(cell.weight_ih, start)}")
cell_optimizer.step()
print("step 之后:")
print(f"  weight_ih 没变: {torch.equal(cell.weight_ih, start)}")
# --8<-- [end:gradient-then-update]
