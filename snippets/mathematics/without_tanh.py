"""去掉 tanh：步数一多，隐藏状态就成了天文数字，而且几步合起来只是一个矩阵。"""

# --8<-- [start:explode]
import torch

torch.manual_seed(0)
W_hh = torch.randn(4, 4)
start = torch.ones(4)
linear = with_tanh = start
print("步数  没有 tanh  有 tanh")
for step in range(1, 101):
    linear = W_hh @ linear
    with_tanh = torch.tanh(W_hh @ with_tanh)
    if step in (1, 10, 50, 100):
        sizes = linear.abs().max().item(), with_tanh.abs().max().item()
        print(f"{step:4}  {sizes[0]:9.2g}  {sizes[1]:.4f}")
# --8<-- [end:explode]

# --8<-- [start:one-matrix]
three_steps = W_hh @ W_hh @ W_hh
print(torch.allclose(W_hh @ (W_hh @ (W_hh @ start)), three_steps @ start))
# --8<-- [end:one-matrix]

# --8<-- [start:exclusive-or]
corners = torch.tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
total = corners[:, 0] + corners[:, 1]
hidden = torch.tanh(10 * total - 5), torch.tanh(10 * total - 15)
for corner, answer in zip(corners, (hidden[0] - hidden[1]) / 2, strict=True):
    print(corner.tolist(), f"{answer.item():.3f}")
# --8<-- [end:exclusive-or]
