"""同一个 RNNCell 走长度不同的序列：隐藏状态的大小和参数个数都不变。"""

# --8<-- [start:any-length]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)

one, previous = torch.randn(4), torch.randn(4)
before = cell(one, previous)
for seq_len in (1, 5, 1000):
    # 数值不要紧，这里只看形状，所以输入用随机数。
    inputs = torch.randn(seq_len, 4)
    hidden = torch.zeros(4)
    for x in inputs:
        hidden = cell(x, hidden)
    num_parameters = sum(p.numel() for p in cell.parameters())
    print(f"seq_len={seq_len}")
    print(f"  hidden: shape={tuple(hidden.shape)}")
    print(f"  参数: {num_parameters} 个")
# 循环前后各算一次，中间走过三条序列的每一步。
after = cell(one, previous)
print(f"同样的输入与隐藏状态，结果相同: {torch.equal(before, after)}")
# --8<-- [end:any-length]
