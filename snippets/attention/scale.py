"""缩放：点积的方差随维数长，softmax 就变尖，导数变小。"""

# --8<-- [start:scale]
import torch

torch.manual_seed(0)
print("   d  方差    不缩放        除以根号 d")
print("             最大  导数      最大  导数")
for d in (4, 16, 64, 256, 1024):
    q = torch.randn(1000, 1, d)
    k = torch.randn(1000, 10, d)
    scores = (q * k).sum(dim=2)
    line = f"{d:4}  {scores.var():6.1f}"
    for z in (scores, scores / d**0.5):
        p = z.softmax(dim=1)
        most = p.max(dim=1).values.mean()
        slope = (p * (1 - p)).mean()
        line += f"   {most:.2f}  {slope:.4f}"
    print(line)
# --8<-- [end:scale]
