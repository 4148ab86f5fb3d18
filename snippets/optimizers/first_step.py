"""同一组梯度，Adam 与 SGD 的第一步各走多远。"""

import torch

# 课文前面写好的 predict，和它用的模型。
from prediction import (
    Model,
    hidden_size,
    input_size,
    predict,
)

# --8<-- [start:distance-moved]
for optimizer_class in (
    torch.optim.Adam,
    torch.optim.SGD,
):
    torch.manual_seed(3332505980)
    trial = Model(input_size, hidden_size)
    start = trial.cell.bias_ih.detach().clone()
    trial_optimizer = optimizer_class(
        trial.parameters(), lr=0.1
    )
    _, loss = predict(trial)
    loss.backward()
    trial_optimizer.step()
    gradients = trial.cell.bias_ih.grad.tolist()
    moves = (trial.cell.bias_ih - start).tolist()
    print(f"{optimizer_class.__name__}，学习率 0.1")
    for gradient, move in zip(
        gradients, moves, strict=True
    ):
        print(
            f"  梯度 {gradient:7.4f}  走了 "
            f"{move:7.4f}"
        )
# --8<-- [end:distance-moved]
