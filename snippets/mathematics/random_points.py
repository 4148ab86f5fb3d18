"""对照：在 -1 与 1 之间随机撒同样多的点，最近的两个也一样越来越近。"""

# --8<-- [start:random]
import torch

torch.manual_seed(0)
print("点数  随机的点  隐藏状态")
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
states = torch.zeros(1, 4)
for _ in range(6):
    x = torch.eye(4).repeat(len(states), 1)
    with torch.no_grad():
        states = cell(x, states.repeat_interleave(4, dim=0))
    points = torch.rand(len(states), 4) * 2 - 1
    gaps = [torch.pdist(p, p=float("inf")).min().item() for p in (points, states)]
    print(f"{len(states):4}  {gaps[0]:.4f}    {gaps[1]:.4f}")
# --8<-- [end:random]
