"""同一个网络，填得越长，连填充平均的损失越低。

用时不到 10 秒，导入 PyTorch 另算。
"""

# --8<-- [start:longer]
import torch

from next_symbol import loss_of, make, train

x, y, lengths = make(2, 400)
rows = {}
for seed in range(100, 110):
    # -100 不是任何目标：填充也算进损失
    for name, skip in (("不算", 0), ("算", -100)):
        net = train(False, seed, skip)
        for width in (11, 22, 44):
            more = (0, width - 11)
            wide_x = torch.nn.functional.pad(x, more)
            wide_y = torch.nn.functional.pad(y, more)
            with torch.no_grad():
                logits = net(wide_x, lengths)
            losses = [
                loss_of(logits, wide_y, ignore)
                for ignore in (0, -100)
            ]
            rows.setdefault(
                (name, width), []
            ).append(torch.stack(losses))
print("训练时填充  填到  只算真的  连填充平均")
for (name, width), losses in rows.items():
    real, padded = torch.stack(losses).mean(0)
    wide = 10 - len(name)
    print(
        f"{name:{wide}}  {width:4}"
        f"     {real:.3f}      {padded:.3f}"
    )
# --8<-- [end:longer]

# --8<-- [start:paired]
from paired import compare

skipped, counted = (
    torch.stack(rows[name, 11])[:, 0]
    for name in ("不算", "算")
)
print("只算真的，谁的损失低：不算填充与算填充")
found = compare(
    (skipped < counted).tolist(),
    (counted < skipped).tolist(),
)
print(f"  {found}")
# --8<-- [end:paired]
