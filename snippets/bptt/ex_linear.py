"""练习：去掉 tanh，谱半径 0.9 与 1.1。"""

# --8<-- [start:linear]
import torch

LAGS = (10, 20, 50, 100, 110)


def ratios(radius, seed):
    """往回走 1 到 110 步，范数是原来的几倍。"""
    torch.manual_seed(seed)
    W_hh = torch.nn.RNNCell(4, 32).weight_hh.detach()
    W_hh = W_hh.double()
    sizes = torch.linalg.eigvals(W_hh).abs()
    W_hh *= radius / sizes.max()
    gradient = torch.randn(32).double()
    start = gradient.norm()
    found = {}
    for lag in range(1, max(LAGS) + 1):
        gradient = W_hh.T @ gradient
        found[lag] = (gradient.norm() / start).item()
    return [found[lag] for lag in LAGS]


print("间隔    ", *(f"{lag:7}" for lag in LAGS))
for radius in (0.9, 1.1):
    powers = [radius**lag for lag in LAGS]
    print(
        f"{radius} 次方",
        *(f"{p:7.2g}" for p in powers),
    )
    for seed in range(4):
        row = ratios(radius, seed)
        print(
            f"  种子 {seed}",
            *(f"{r:7.2g}" for r in row),
        )

print("除以次方（两种谱半径相同）:")
for seed in range(4):
    row = [
        r / 0.9**lag
        for r, lag in zip(
            ratios(0.9, seed), LAGS, strict=True
        )
    ]
    print(
        f"  种子 {seed}", *(f"{r:7.2f}" for r in row)
    )
# --8<-- [end:linear]
