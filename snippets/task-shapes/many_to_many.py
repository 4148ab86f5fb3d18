"""多对多：每读一个 0 或 1，答与上一个同不同。"""

# --8<-- [start:many-to-many]
import torch
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)
torch.manual_seed(0)
bits = torch.randint(2, (300, 9))
y = (bits[:, 1:] == bits[:, :-1]).long()
x = bits[:, 1:, None].float()
gru = torch.nn.GRU(1, 16, batch_first=True)
output = torch.nn.Linear(16, 2)
both = [*gru.parameters(), *output.parameters()]
optimizer = torch.optim.Adam(both, lr=0.01)
for _ in range(200):
    scores = output(gru(x)[0])  # 每一步
    loss = cross_entropy(
        scores.flatten(0, 1), y.flatten()
    )
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(tuple(scores.shape), tuple(y.shape))
right = (scores.argmax(2) == y).float().mean(0)
print(*(f"{share:.2f}" for share in right))
# --8<-- [end:many-to-many]
