"""练习：损失乘 1000，SGD 与 Adam 的第一步各走到哪里。"""

import torch

# --8<-- [start:scaled-loss]
for scale in (1, 1000):
    for optimizer_class in (
        torch.optim.SGD,
        torch.optim.Adam,
    ):
        theta = torch.ones(1, requires_grad=True)
        one_step = optimizer_class([theta], lr=0.1)
        (scale * theta**2).sum().backward()
        one_step.step()
        name = optimizer_class.__name__
        print(
            f"损失乘 {scale:4}，"
            f"{name:4} 走到 {theta.item():.1f}"
        )
# --8<-- [end:scaled-loss]
