"""门是 0 到 1 之间的数；旧值连乘 k 个门，还剩多少。"""

# --8<-- [start:squash]
import torch

for a in (-4.0, 0.0, 1.0, 3.0):
    gate = torch.sigmoid(torch.tensor(a)).item()
    left = [gate**k for k in (1, 10, 50)]
    texts = [f"{value:.2g}" for value in left]
    print(f"a={a:4.1f}  门 {gate:.3f}  剩", *texts)
# --8<-- [end:squash]
