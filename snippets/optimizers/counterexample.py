"""Reddi 等人（2018）的凸问题：Adam 停在最差的一端，SGD 走到最好的一端。"""

# --8<-- [start:convex-problem]
import torch

# 第 1、4、7……次的损失是 3x，其余是 -x，
# x 限制在 -1 与 1 之间；
# 三次合起来是 3x - x - x = x，最好的 x 是 -1。
# 论文里的设置：1 / (1 + 3 * 3)
adam_options = {"betas": (0.0, 0.1)}
for optimizer_class, options in (
    (torch.optim.Adam, adam_options),
    (torch.optim.SGD, {}),
):
    position = torch.zeros(1, requires_grad=True)
    convex_optimizer = optimizer_class(
        [position], lr=0.01, **options
    )
    for step in range(1500):
        position.grad = torch.tensor(
            [3.0 if step % 3 == 0 else -1.0]
        )
        convex_optimizer.step()
        with torch.no_grad():
            position.clamp_(-1, 1)
    print(
        f"{optimizer_class.__name__:4} 走到 x = "
        f"{position.item():.1f}"
    )
# --8<-- [end:convex-problem]
