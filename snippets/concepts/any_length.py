"""同一个 RNNCell 走长度不同的序列：隐藏状态的大小和参数个数都不变。"""

# --8<-- [start:any-length]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
print(
    "参数:",
    sum(p.numel() for p in cell.parameters()),
    "个",
)

first, previous = torch.randn(4), torch.randn(4)
before = cell(first, previous)
for length in (1, 5, 1000):
    hidden = torch.zeros(4)
    # 只看形状，输入用随机数
    for x in torch.randn(length, 4):
        hidden = cell(x, hidden)
    print(
        f"读 {length} 步，"
        f"hidden 的形状: {tuple(hidden.shape)}"
    )
# 循环前后各算一次，中间走过三条序列。
print(
    "同样的输入与隐藏状态，结果相同:",
    torch.equal(before, cell(first, previous)),
)
# --8<-- [end:any-length]
