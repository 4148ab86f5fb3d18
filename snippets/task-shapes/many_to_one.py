"""多对一：读 8 个 0 或 1，读完答有几个 1。"""

# --8<-- [start:many-to-one]
import torch
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)
torch.manual_seed(0)
x = torch.randint(2, (300, 8, 1)).float()
y = x.sum((1, 2)).long()
gru = torch.nn.GRU(1, 16, batch_first=True)
output = torch.nn.Linear(16, 9)  # 0 到 8 九类
both = [*gru.parameters(), *output.parameters()]
optimizer = torch.optim.Adam(both, lr=0.01)
for _ in range(200):
    scores = output(gru(x)[0][:, -1])  # 最后一步
    loss = cross_entropy(scores, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(tuple(scores.shape), tuple(y.shape))
print("写:", scores.argmax(1)[:8].tolist())
print("应:", y[:8].tolist())
# --8<-- [end:many-to-one]
