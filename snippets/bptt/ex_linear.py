"""练习：去掉 tanh，谱半径 0.9 与 1.1。"""

# --8<-- [start:linear]
import torch


def ratios(radius, seed):
    """间隔 10、50、100 还剩多少。"""
    torch.manual_seed(seed)
    W_hh = torch.nn.RNNCell(4, 32).weight_hh.detach()
    W_hh = W_hh.double()
    sizes = torch.linalg.eigvals(W_hh).abs()
    W_hh *= radius / sizes.max()
    gradient = torch.randn(32).double()
    start = gradient.norm()
    found = {}
    for lag in range(1, 101):
        gradient = W_hh.T @ gradient
        found[lag] = (gradient.norm() / start).item()
    return [found[lag] for lag in (10, 50, 100)]


for radius in (0.9, 1.1):
    print(f"谱半径 {radius}，间隔 10、50、100:")
    powers = [radius**k for k in (10, 50, 100)]
    print("  次方  ", *(f"{p:.2g}" for p in powers))
    for seed in range(3):
        row = [
            f"{r:.2g}" for r in ratios(radius, seed)
        ]
        print(f"  种子 {seed}", *row)
# --8<-- [end:linear]
