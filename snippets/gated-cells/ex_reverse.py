"""练习：在 PyTorch 的 GRU 里把更新门的偏置设成 3 与 -3。"""

import torch

from cells import build

# --8<-- [start:reverse]
for bias in (3, -3):
    lengths = []
    for seed in range(5):
        gru = build(torch.nn.GRU, {1: bias}, seed)
        gru = gru.double()
        chars = torch.randint(8, (100,))
        xs = torch.eye(8).double()[chars]
        xs.requires_grad_()
        gru(xs)[0][-1].sum().backward()
        sizes = xs.grad.norm(dim=1).flip(0)
        lengths.append((sizes[20] / sizes[0]).item())
    gate = torch.sigmoid(torch.tensor(1.0 * bias))
    texts = [f"{length:.1e}" for length in lengths]
    print(
        f"偏置 {bias:2}，门 {gate:.3f}，"
        f"连乘 20 次 {gate**20:.1e}"
    )
    print("  间隔 20:", *texts)
# --8<-- [end:reverse]
