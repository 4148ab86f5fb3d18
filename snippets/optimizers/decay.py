"""同一个学习率衰减器，Adam 与 SGD 都收。"""

# --8<-- [start:both-decay]
import torch

for optimizer_class in (
    torch.optim.Adam,
    torch.optim.SGD,
):
    value = torch.zeros(1, requires_grad=True)
    decayed = optimizer_class([value], lr=0.1)
    scheduler = torch.optim.lr_scheduler.StepLR(
        decayed, 1, gamma=0.5
    )
    rates = []
    for _ in range(4):
        rates.append(scheduler.get_last_lr()[0])
        decayed.step()
        scheduler.step()
    print(
        f"{optimizer_class.__name__:4} "
        f"每轮的学习率: {rates}"
    )
# --8<-- [end:both-decay]
