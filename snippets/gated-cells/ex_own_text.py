"""练习：自己的一串字母，写对了几个；开头没有要记的会怎样。"""

from pathlib import Path

import numpy as np

from letters import LETTERS, load, read

file = Path(__file__).with_name("train_letters.npz")
weights = np.load(file)

# --8<-- [start:own]
for text in (
    "abcxxxxxxxcba",
    "xyzzxya",
    "aaaaaaaaaab",
):
    print(f"读 {text}")
    written = set()
    for seed in range(10):
        steps = read(*load(weights, seed), text)
        written.add(
            "".join(
                LETTERS[scores.argmax()]
                for *_, scores in steps
            )
        )
    print(
        "十个种子写的:", *sorted(written), sep="\n  "
    )
# --8<-- [end:own]
