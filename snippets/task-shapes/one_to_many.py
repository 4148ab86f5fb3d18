"""一对多：给第几句，写出那一句。"""

# --8<-- [start:one-to-many]
import torch
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)
torch.manual_seed(0)
lines = "床前明月光 疑是地上霜 举头望明月 低头思故乡"
lines = lines.split()
vocab = sorted(set("".join(lines)))
y = torch.tensor(
    [[vocab.index(c) for c in s] for s in lines]
)
x = torch.zeros(4, 5, 4)
x[:, 0] = torch.eye(4)  # 只有第一步有输入
gru = torch.nn.GRU(4, 16, batch_first=True)
output = torch.nn.Linear(16, len(vocab))
both = [*gru.parameters(), *output.parameters()]
optimizer = torch.optim.Adam(both, lr=0.01)
for _ in range(200):
    scores = output(gru(x)[0])
    loss = cross_entropy(
        scores.flatten(0, 1), y.flatten()
    )
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(tuple(scores.shape), tuple(y.shape))
for row in scores.argmax(2):
    print("".join(vocab[i] for i in row))
# --8<-- [end:one-to-many]
