"""回归：同样的 0 和 1，答案不是类别，是一个数。"""

# --8<-- [start:regression]
import torch
from torch.nn.functional import mse_loss

torch.set_num_threads(1)
torch.manual_seed(0)
x = torch.randint(2, (300, 8, 1)).float()
y = x.sum((1, 2))  # 小数，不是类别
gru = torch.nn.GRU(1, 16, batch_first=True)
output = torch.nn.Linear(16, 1)  # 一个数
both = [*gru.parameters(), *output.parameters()]
optimizer = torch.optim.Adam(both, lr=0.02)
for _ in range(300):
    guess = output(gru(x)[0][:, -1])[:, 0]
    loss = mse_loss(guess, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(tuple(guess.shape), tuple(y.shape))
print("写:", [f"{g:.2f}" for g in guess[:5]])
print("应:", y[:5].tolist())
# --8<-- [end:regression]
