"""练习：几个参数一起裁剪。"""

# --8<-- [start:joint]
import torch

a = torch.zeros(2, requires_grad=True)
b = torch.zeros(2, requires_grad=True)
for line in (1.3, 20.0):
    a.grad = torch.tensor([3.0, 4.0])
    b.grad = torch.tensor([0.0, 12.0])
    norm = torch.nn.utils.clip_grad_norm_(
        [a, b], line
    )
    numbers = [*a.grad.tolist(), *b.grad.tolist()]
    print(
        f"裁到 {line}: 返回 {norm.item():.0f}，梯度",
        *(f"{number:.2f}" for number in numbers),
    )
# --8<-- [end:joint]
