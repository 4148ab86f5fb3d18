"""动量：梯度一直是 1，每一步走多远；照公式手写的与 PyTorch 相同。"""

# --8<-- [start:constant-gradient]
import torch

value = torch.zeros(1, requires_grad=True)
with_momentum = torch.optim.SGD(
    [value], lr=0.1, momentum=0.9
)
by_formula, u = 0.0, 0.0
for step in range(1, 101):
    before = value.item()
    value.grad = torch.ones(1)
    with_momentum.step()
    u = 0.9 * u + 1.0
    by_formula -= 0.1 * u
    if step in (1, 2, 10, 100):
        print(
            f"第 {step:3} 步走了 "
            f"{before - value.item():.2f}"
        )
print(
    f"走到 {value.item():.1f}，"
    f"照公式走到 {by_formula:.1f}"
)
# --8<-- [end:constant-gradient]
