"""hidden_size = 8：训练压低多余的 4 个得分，但没有谁保证。"""

import torch
from torch.nn.functional import cross_entropy

# 页面上这些名字来自训练程序。
vocab = ["e", "h", "l", "o"]
x_data = [1, 0, 2, 2, 3]
y_data = [3, 1, 2, 3, 2]

# 张量很小，多线程的等待比计算久。
torch.set_num_threads(1)

# --8<-- [start:eight-scores]
one_hot_steps = torch.eye(len(vocab))[x_data]
label_steps = torch.tensor(y_data)
# 训练过几轮 -> 超出词表的步数
beyond = {0: 0, 15: 0}
means = {0: 0, 15: 0}
for seed in range(20):
    torch.manual_seed(seed)
    wide = torch.nn.RNN(len(vocab), 8)
    wide_optimizer = torch.optim.Adam(
        wide.parameters(), lr=0.1
    )
    for epoch in range(16):
        logits, _ = wide(one_hot_steps)
        if epoch in beyond:
            best = logits.argmax(dim=1)
            extra = best >= len(vocab)
            beyond[epoch] += extra.sum().item()
            mean = logits[:, len(vocab) :].mean()
            means[epoch] += mean.item() / 20
        wide_optimizer.zero_grad()
        total = cross_entropy(
            logits, label_steps, reduction="sum"
        )
        total.backward()
        wide_optimizer.step()
print(
    f"20 个种子共 {20 * len(x_data)} 步，"
    "得分最大的索引超出词表的步数"
)
print(
    f"训练前: {beyond[0]}，"
    f"多余得分的平均 {means[0]:.2f}"
)
print(
    f"15 轮后: {beyond[15]}，"
    f"多余得分的平均 {means[15]:.2f}"
)
# --8<-- [end:eight-scores]
