"""列出 RNNCell(4, 4) 的参数：名字、形状、个数。"""

# --8<-- [start:list-parameters]
import torch

# 初始参数是随机数；定下种子，每次运行得到同一组。
torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)

for name, parameter in cell.named_parameters():
    shape = tuple(parameter.shape)
    print(
        f"{name:9}: shape={shape!s:6} "
        f"{parameter.numel():2} 个"
    )

total = sum(p.numel() for p in cell.parameters())
print(f"total    : {total} 个")
# --8<-- [end:list-parameters]
