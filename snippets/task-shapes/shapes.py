"""五种形状：哪些步有输入，哪些步的输出计入损失。"""

# --8<-- [start:shapes]
import torch
from torch.nn.functional import cross_entropy

# 名字: (有输入的步, 计入损失的步)，从 0 数起
SHAPES = {
    "一对一": ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
    "多对一": ([0, 1, 2, 3, 4], [4]),
    "一对多": ([0], [0, 1, 2, 3, 4]),
    "多对多": ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4]),
    "序列到序列": ([0, 1, 2], [3, 4]),
}
gru = torch.nn.GRU(3, 8, batch_first=True)
output = torch.nn.Linear(8, 4)
for name, (reads, writes) in SHAPES.items():
    x = torch.zeros(32, 5, 3)  # 没有输入的步是 0
    x[:, reads] = torch.randn(32, len(reads), 3)
    if name == "一对一":  # 状态不传，五步各读各的
        h = gru(x.view(-1, 1, 3))[0].view(32, 5, 8)
    else:
        h, _ = gru(x)
    scores = output(h[:, writes])
    y = torch.randint(4, (32, len(writes)))
    loss = cross_entropy(
        scores.flatten(0, 1), y.flatten()
    )
    inputs, outputs = (
        f"第 {ts[0] + 1} 到 {ts[-1] + 1} 步"
        if len(ts) > 1
        else f"第 {ts[0] + 1} 步"
        for ts in (reads, writes)
    )
    print(f"{name}: {inputs}输入，{outputs}输出")
    print(
        f"  输入 {tuple(x.shape)}，"
        f"得分 {tuple(scores.shape)}"
    )
    print(
        f"  标签 {tuple(y.shape)}，"
        f"损失是 {y.numel()} 个的平均"
    )
# --8<-- [end:shapes]
