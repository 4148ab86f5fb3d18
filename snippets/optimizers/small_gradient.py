"""梯度一直是 1 与一直是 0.001：各走 10 步，走了多远。"""

# --8<-- [start:ten-steps]
import torch

for optimizer_class in (
    torch.optim.Adam,
    torch.optim.SGD,
):
    pair_of_values = torch.zeros(
        2, requires_grad=True
    )
    pair_optimizer = optimizer_class(
        [pair_of_values], lr=0.1
    )
    for _ in range(10):
        pair_of_values.grad = torch.tensor(
            [1.0, 0.001]
        )
        pair_optimizer.step()
    large, small = (-pair_of_values).tolist()
    print(
        f"{optimizer_class.__name__:4} 梯度 1: "
        f"{large:.3f}，0.001: {small:.3f}"
    )
# --8<-- [end:ten-steps]
