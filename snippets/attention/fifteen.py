"""没见过的长度 15：停在哪里，看错了没有，看对了行不行。"""

# --8<-- [start:stops]
from pathlib import Path

import numpy as np
import torch

from digits import END, shift
from fit import FAR, LENGTHS, fresh, load
from paired import compare

folder = Path(__file__).parent
plain = np.load(folder / "train_plain.npz")
attend = np.load(folder / "train_attention.npz")
for name, table in [("没有", plain), ("有", attend)]:
    print(f"{name}注意力，读 15 个，写了几个就停:")
    counts = table["stops"][:, -1]
    print(" ", *[f"{c:.1f}" for c in counts])
# --8<-- [end:stops]

# --8<-- [start:given]
print("数字的正确率（最后一栏：看对了的比例）")
print("     没有注意力  有注意力")
print("长度 教师  自由  教师  自由  看正确的  看对")
for column, length in enumerate(FAR):
    line = f"{length:3} "
    for table in (plain, attend):
        row = LENGTHS.index(length)
        digits = table["accuracy"][:, row, :2]
        forced, free = digits.mean(axis=0)
        line += f"  {forced:.2f}  {free:.2f}"
    told = attend["given"][:, column].mean()
    place = attend["place"][:, column, 0].mean()
    print(f"{line}  {told:.2f}      {place:.2f}")
print("事后，数字，没有注意力与有注意力：")
for length in (12, 15):
    for kind, name in enumerate(["教师", "自由"]):
        a, b = (
            t["accuracy"][
                :, LENGTHS.index(length), kind
            ]
            for t in (plain, attend)
        )
        higher = (a > b).tolist(), (b > a).tolist()
        found = compare(*higher)
        print(f"长度 {length}，{name}: {found}")
# --8<-- [end:given]

# --8<-- [start:late]
model = load(attend)
sources, targets = fresh(15)
answer = targets[:, :-1]
with torch.no_grad():
    states, hidden, _ = model.encode(sources)
    output, _ = model.decoder(
        model.embed(shift(targets)[:, :-1]), hidden
    )
    both = torch.cat([output, states.flip(1)], dim=2)
    written = model.output(both).argmax(dim=2)
right = written == answer
print("种子 9，长度 15，看正确的：")
print(f"15 个都对的: {right.all(dim=1).sum()} 条")
print("写第几个  写对    写了 END")
for name, part in [
    ("1 到 10", slice(10)),
    *[(f"{t + 1}", t) for t in range(10, 15)],
]:
    share = right[:, part].float().mean()
    end = (written[:, part] == END).float().mean()
    wide = 8 - name.count("到")
    print(f"{name:{wide}}  {share:.2f}    {end:.2f}")
# --8<-- [end:late]
