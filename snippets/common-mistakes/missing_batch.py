"""忘了 view，少了批量那一维：整段交给 RNNCell，不报错，结果不对。"""

import torch

# --8<-- [start:forgot-the-view]
torch.manual_seed(0)
cell = torch.nn.RNNCell(4, 4)
# (5, 4)，没有 view
no_batch = torch.eye(4)[[1, 0, 2, 2, 3]]
print(
    f"没有 view，一步是 {tuple(no_batch[0].shape)}"
)
together = cell(no_batch)
print(
    f"整段 {tuple(no_batch.shape)} 交给 RNNCell: "
    f"得到 {tuple(together.shape)}"
)
print(
    "  两个 l 的输出相同: "
    f"{torch.equal(together[2], together[3])}"
)

hidden = torch.zeros(1, 4)
steps = []
for x in no_batch.view(-1, 1, 4):
    hidden = cell(x, hidden)
    steps.append(hidden)
print(
    "加上 view，一步一步送: 每步得到 "
    f"{tuple(hidden.shape)}"
)
print(
    "  两个 l 的输出相同: "
    f"{torch.equal(steps[2], steps[3])}"
)
# --8<-- [end:forgot-the-view]
