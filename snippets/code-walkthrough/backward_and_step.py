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
parameters = list(cell.parameters())
starts = [p.detach().clone() for p in parameters]  # step 在原处改，先抄一份

print(f"backward 之前: grad = {[p.grad for p in parameters]}")
two_steps = cell(inputs[1], cell(inputs[0]))
criterion(two_steps, labels[1]).backward()
same_shape = [p.grad.shape == p.shape for p in parameters]
unchanged = [torch.equal(p, s) for p, s in zip(parameters, starts, strict=True)]
print(f"backward 之后: grad 与参数同形状 {same_shape}")
print(f"  参数没变: {unchanged}")
cell_optimizer.step()
unchanged = [torch.equal(p, s) for p, s in zip(parameters, starts, strict=True)]
print("step 之后:")
print(f"  参数没变: {unchanged}")
# --8<-- [end:gradient-then-update]
