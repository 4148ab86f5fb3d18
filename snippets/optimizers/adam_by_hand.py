"""照公式手写的 Adam 与 torch.optim.Adam 走出同样的 15 步。"""

import torch

# 课文前面写好的 predict，和它用的模型。
from prediction import (
    Model,
    hidden_size,
    input_size,
    predict,
)

# --8<-- [start:formula]
import copy

torch.manual_seed(3332505980)
by_torch = Model(input_size, hidden_size)
by_hand = copy.deepcopy(by_torch)
torch_adam = torch.optim.Adam(
    by_torch.parameters(), lr=0.1
)
beta1, beta2, eps, lr = 0.9, 0.999, 1e-8, 0.1
m = [
    torch.zeros_like(p) for p in by_hand.parameters()
]
v = [
    torch.zeros_like(p) for p in by_hand.parameters()
]

for t in range(1, 16):
    torch_adam.zero_grad()
    predict(by_torch)[1].backward()
    torch_adam.step()

    parameters = list(by_hand.parameters())
    gradients = torch.autograd.grad(
        predict(by_hand)[1], parameters
    )
    quotients = []
    with torch.no_grad():
        for i, (theta, g) in enumerate(
            zip(parameters, gradients, strict=True)
        ):
            m[i] = beta1 * m[i] + (1 - beta1) * g
            v[i] = beta2 * v[i] + (1 - beta2) * g**2
            m_hat = m[i] / (1 - beta1**t)
            v_hat = v[i] / (1 - beta2**t)
            quotients.append(
                m_hat / (v_hat.sqrt() + eps)
            )
            theta -= lr * quotients[-1]
    if t <= 3:
        # bias_ih 的 4 个分量
        size = quotients[2].abs()
        print(
            f"第 {t} 步的商: "
            f"{[round(q, 2) for q in size.tolist()]}"
        )

pairs = zip(
    by_hand.parameters(),
    by_torch.parameters(),
    strict=True,
)
same = all(
    torch.allclose(a, b, atol=1e-4) for a, b in pairs
)
count = sum(p.numel() for p in by_hand.parameters())
print(
    f"15 步之后，{count} 个参数与 torch.optim.Adam "
    f"相同: {same}"
)
# --8<-- [end:formula]
