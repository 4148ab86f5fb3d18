"""忘了 view，少了批量那一维：三种症状，一种改法。"""

import torch

x_one_hot = [
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]

# --8<-- [start:forgot-the-view]
torch.manual_seed(0)
cell = torch.nn.RNNCell(4, 4)
no_batch = torch.tensor(x_one_hot, dtype=torch.float32)  # (5, 4)，没有 view
try:
    cell(no_batch[0], torch.zeros(1, 4))
except RuntimeError as error:
    print(f"一步的形状 {tuple(no_batch[0].shape)}:")
    print(f"  {error}")
try:
    cell(no_batch[0]).argmax(dim=1)
except IndexError as error:
    print("argmax(dim=1):")
    print(f"  {error}")
# 整段 (5, 4) 不报错：5 个时间步被当成 5 条序列，各走一步。
print(f"整段 {tuple(no_batch.shape)} 交给 RNNCell: 不报错")
same = torch.equal(cell(no_batch)[2], cell(no_batch)[3])
print(f"  两个 l 的输出相同: {same}")

fixed = no_batch.view(-1, 1, 4)
print(f"加上 view: 得到 {tuple(cell(fixed[0], torch.zeros(1, 4)).shape)}")
# --8<-- [end:forgot-the-view]
