"""训练里见过没有：种子 0 的训练题与 500 条新题。"""

# --8<-- [start:seen]
import torch

from digits import make
from fit import fresh


def strings(sources, lengths):
    """每条的数字，不要填充。"""
    rows = zip(
        sources.tolist(), lengths, strict=True
    )
    return [tuple(row[:n]) for row, n in rows]


data = torch.Generator().manual_seed(1000)
seen = set()
for _ in range(600):  # 与 train 造题的次序相同
    lengths = torch.randint(
        3, 11, (64,), generator=data
    )
    sources, _ = make(lengths, data)
    seen.update(strings(sources, lengths.tolist()))
for length in (3, 4, 5, 8):
    sources, _ = fresh(length)
    rows = strings(sources, [length] * 500)
    share = sum(row in seen for row in rows) / 500
    print(f"长度 {length}，见过的: {share:.2f}")
# --8<-- [end:seen]
