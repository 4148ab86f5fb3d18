"""练习：一个参数，Adam 走两步，笔算与 torch.optim.Adam 核对。"""

import torch

# --8<-- [start:two-steps]
theta, m, v = 1.0, 0.0, 0.0
by_torch = torch.ones(1, requires_grad=True)
two_steps = torch.optim.Adam(
    [by_torch], lr=0.1, betas=(0.9, 0.999)
)
for t in (1, 2):
    g = 2 * theta
    m = 0.9 * m + 0.1 * g
    v = 0.999 * v + 0.001 * g**2
    m_hat = m / (1 - 0.9**t)
    v_hat = v / (1 - 0.999**t)
    theta -= 0.1 * m_hat / v_hat**0.5
    print(
        f"第 {t} 步: 梯度 {g:.3f}，m = {m:.3f}，"
        f"v = {v:.6f}"
    )
    print(
        f"  分子 {m_hat:.4f}，"
        f"分母 {v_hat**0.5:.4f}，走到 {theta:.4f}"
    )

    two_steps.zero_grad()
    (by_torch**2).sum().backward()
    two_steps.step()
    print(
        "  torch.optim.Adam 走到 "
        f"{by_torch.item():.4f}"
    )
# --8<-- [end:two-steps]
