"""填充算进损失，会怎样：打包的与不打包的网络。

用时不到 20 秒，导入 PyTorch 另算。
"""

# --8<-- [start:longer]
import torch

from next_symbol import loss_of, make, train

x, y, lengths = make(2, 400)
rows = {}
pad = torch.nn.functional.pad
for seed in range(100, 110):
    for way in ("打包", "不打包"):
        # 目标没有 -100 的：每一格都算
        for skip in (0, -100):
            packs = way == "打包"
            net = train(False, seed, skip, packs)
            for width in (11, 44):
                more = (0, width - 11)
                with torch.no_grad():
                    logits = net(
                        pad(x, more), lengths
                    )
                key = way, skip, width
                rows.setdefault(key, []).append(
                    [
                        loss_of(
                            logits,
                            pad(y, more),
                            each,
                        )
                        for each in (0, -100)
                    ]
                )
tables = {
    key: torch.tensor(values)
    for key, values in rows.items()
}
print("网络    训练时填充 填到 只算真的 连填充平均")
for (way, skip, width), table in tables.items():
    real, padded = table.mean(0)
    counts = "算  " if skip else "不算"
    print(
        f"{way:{8 - len(way)}}{counts}{width:11}"
        f"   {real:.3f}     {padded:.3f}"
    )
# --8<-- [end:longer]

# --8<-- [start:paired]
from paired import compare

print("只算真的，谁的损失低：不算填充与算填充")
for way in ("打包", "不打包"):
    skipped = tables[way, 0, 11][:, 0]
    counted = tables[way, -100, 11][:, 0]
    found = compare(
        (skipped < counted).tolist(),
        (counted < skipped).tolist(),
    )
    print(f"{way}：{found}")
print(f"比 8 次的界线: {0.05 / 8:.4f}")
# --8<-- [end:paired]

# --8<-- [start:bias]
net = train(False, 100)
logits = net(x, lengths)[y == 0]
gap = (logits - net.linear.bias).abs().max()
print(f"填充的格，得分与偏置差: {gap:.3f}")
net.zero_grad()
torch.nn.functional.cross_entropy(
    logits, y[y == 0]
).backward()
print("那里的损失，梯度不是 0 的:")
for name, parameter in net.named_parameters():
    if parameter.grad.any():
        print(" ", name)
# --8<-- [end:bias]
