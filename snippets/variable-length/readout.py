"""四种读法：正确率，多填以后，成对的检验。"""

# --8<-- [start:table]
from pathlib import Path

import numpy as np

from readout_task import READOUTS, TASKS

file = Path(__file__).with_name("train_readout.npz")
arrays = np.load(file)
accuracy = arrays["accuracy"]
changed = arrays["changed"]
print("正确率          首          近          多")
for j, name in enumerate(READOUTS):
    ranges = [
        f"{rows[j].min():.2f}到{rows[j].max():.2f}"
        for rows in accuracy
    ]
    wide = 14 - sum(c > "一" for c in name)
    print(f"{name:{wide}}", "  ".join(ranges))
print("多填以后，改了答案的条数")
for j, name in enumerate(READOUTS):
    ranges = [
        f"{rows[j].min():4}到{rows[j].max():4}"
        for rows in changed
    ]
    wide = 14 - sum(c > "一" for c in name)
    print(f"{name:{wide}}", "  ".join(ranges))
# --8<-- [end:table]

# --8<-- [start:paired]
from paired import compare

names = list(READOUTS)
for task, a, b in (
    ("首", "掩码平均", "真的最后一步"),
    ("近", "真的最后一步", "掩码平均"),
    ("多", "掩码平均", "真的最后一步"),
    ("多", "真的最后一步", "output[:, -1]"),
    ("多", "掩码平均", "连填充平均"),
):
    rows = accuracy[TASKS.index(task)]
    one, two = (rows[names.index(n)] for n in (a, b))
    found = compare(
        (one > two).tolist(), (two > one).tolist()
    )
    print(f"{task}，{a} 与 {b}")
    print(f"  {found}")
print(f"比 8 次的界线: {0.05 / 8:.4f}")
# --8<-- [end:paired]
