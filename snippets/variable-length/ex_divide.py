"""练习：同样的损失，四种除法。"""

# --8<-- [start:divide]
import torch

each = torch.tensor(
    [
        [1.0, 1.0, 1.0, 1.0],
        [2.0, 2.0, 0.1, 0.1],
        [4.0, 0.1, 0.1, 0.1],
    ]
)
lengths = torch.tensor([4, 2, 1])
mask = torch.arange(4) < lengths[:, None]
real = each * mask
by_row = real.sum(1) / lengths
cells = lengths.sum()
print(f"连填充的和: {each.sum():.1f}")
print(f"真的和: {real.sum():.1f}，{cells} 格")
print(f"连填充平均:       {each.mean():.3f}")
print(f"去掉了，除以格数: {real.mean():.3f}")
print(f"只算真的:         {real.sum() / cells:.3f}")
print(f"先逐条平均:       {by_row.mean():.3f}")
# --8<-- [end:divide]
