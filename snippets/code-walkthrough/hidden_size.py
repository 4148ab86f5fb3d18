"""没有输出层时，hidden_size 取 3、4、8 各会怎样；取 8、只用 4 个得分。

用时不到 20 秒，导入 PyTorch 另算。
"""

import torch

# 前面写好的：成对地比。
from paired import compare

# 页面上这些名字来自主程序。
vocab = ["e", "h", "l", "o"]
x_data = [1, 0, 2, 2, 3]
y_data = [3, 1, 2, 3, 2]
input_size = 4

# 张量很小，多线程的等待比计算久。
torch.set_num_threads(1)

# --8<-- [start:three-four-eight]
from torch.nn.functional import cross_entropy

x = torch.tensor([[0.0, 1.0, 0.0, 0.0]])  # 读入 h
label = torch.tensor([3])  # 该写出 o

for size in (3, 4, 8):
    torch.manual_seed(1)
    cell = torch.nn.RNNCell(input_size, size)
    logits = cell(x, torch.zeros(1, size))
    index = logits.argmax(dim=1).item()
    print(
        f"hidden_size = {size}，"
        f"得分最大的索引: {index}"
    )
    try:
        loss = cross_entropy(logits, label)
        print(f"  loss = {loss.item():.4f}")
        print(f"  字符: {vocab[index]}")
    except IndexError as error:
        print(f"  IndexError: {error}")
# --8<-- [end:three-four-eight]

# --8<-- [start:first-four]
# hello，一行一个独热向量
steps = torch.eye(4)[x_data]
targets = torch.tensor(y_data)
right, losses = {}, {}
for size, used in ((8, 4), (8, 8), (4, 4)):
    right[size, used], losses[size, used] = [], []
    for seed in range(50):
        torch.manual_seed(seed)
        # 五步一次算完
        wide = torch.nn.RNN(
            input_size=4, hidden_size=size
        )
        wide_optimizer = torch.optim.Adam(
            wide.parameters(), lr=0.1
        )
        for _ in range(100):
            hidden, _ = wide(steps)
            # 都传到下一步，只有前 used 个当作得分
            logits = hidden[:, :used]
            loss = cross_entropy(
                logits, targets, reduction="sum"
            )
            wide_optimizer.zero_grad()
            loss.backward()
            wide_optimizer.step()
        right[size, used].append(
            torch.equal(
                logits.argmax(dim=1), targets
            )
        )
        losses[size, used].append(loss.item())
    print(
        f"{size} 个分量，"
        f"{used} 个得分: 50 个种子里写对 "
        f"{sum(right[size, used])} 个，",
        end="",
    )
    print(
        f"最低的损失 {min(losses[size, used]):.4f}"
    )
print(
    "8 个分量，4 个得分与 8 个得分相比:\n"
    f"  {compare(right[8, 4], right[8, 8])}"
)
# --8<-- [end:first-four]
