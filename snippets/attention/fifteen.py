"""没见过的长度 15：停在哪里，看错了没有，看对了行不行。"""

# --8<-- [start:stops]
from pathlib import Path

import numpy as np

from fit import FAR, LENGTHS

folder = Path(__file__).parent
plain = np.load(folder / "train_plain.npz")
attend = np.load(folder / "train_attention.npz")
for name, table in [("没有", plain), ("有", attend)]:
    print(f"{name}注意力，读 15 个，写了几个就停:")
    counts = table["stops"][:, -1]
    print(" ", *[f"{c:.1f}" for c in counts])
# --8<-- [end:stops]

# --8<-- [start:given]
print("有注意力，教师强制下数字的正确率：")
print("长度  看自己的  看正确的  最大的看对了")
for column, length in enumerate(FAR):
    whole = attend["accuracy"][:, :, 0]
    own = whole[:, LENGTHS.index(length)]
    told = attend["given"][:, column]
    place = attend["place"][:, column, 0]
    print(
        f"{length:3}    {own.mean():.2f}"
        f"     {told.mean():.2f}"
        f"     {place.mean():.2f}"
    )
# --8<-- [end:given]
