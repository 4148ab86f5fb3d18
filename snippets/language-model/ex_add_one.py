"""加一平滑与 Witten-Bell。"""

# --8<-- [start:add-one]
import numpy as np

from corpus import vocab
from ngrams import count, last, table, witten_bell


def add_one(order):
    context = last(order - 1)
    after = count(context)

    def probability(row, t):
        key = context(row, t)
        if key not in after:
            return 1 / len(vocab)
        chars, total = after[key]
        return (chars[row[t]] + 1) / (
            total + len(vocab)
        )

    return probability


for order in (1, 2, 3):
    for name, p in {
        "加一": add_one(order),
        "Witten-Bell": witten_bell(order),
    }.items():
        loss = -np.log(table(p, "test")).mean()
        print(
            f"{order} 元，{name}: {np.exp(loss):.1f}"
        )
# --8<-- [end:add-one]
