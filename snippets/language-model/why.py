"""网络输在哪里：照训练集里出现的次数分开，比真正的字的损失；两者混合。"""

# --8<-- [start:why]
import numpy as np

from corpus import counts, encode, test, vocab
from fit import held_out_loss
from ngrams import (
    frequency,
    last,
    mixture,
    position,
    rows,
    uniform,
)
from poet import model

parts = [uniform, frequency(position)]
parts.append(frequency(last(1)))
counted = -np.log(mixture(parts)("test"))
losses = {
    part: held_out_loss(model, part).double().numpy()
    for part in ("valid", "test")
}
targets = encode(test)[:, 1:].numpy()
seen = np.array([counts[char] for char in vocab])
for char in "，。":
    seen[vocab.index(char)] = 0  # 标点不算
print("训练集里几次  多少个  文法   GRU")
for low, high in [
    (3, 9),
    (10, 29),
    (30, 99),
    (100, 999),
]:
    times = seen[targets]
    chosen = (times >= low) & (times <= high)
    a = np.exp(counted[chosen].mean())
    b = np.exp(losses["test"][chosen].mean())
    print(
        f"{low:4} 到 {high:3}   {chosen.sum():6} "
        f"{a:6.0f} {b:6.0f}"
    )
# --8<-- [end:why]

# --8<-- [start:both]
found = {
    tuple(row): np.exp(-loss)
    for part in losses
    for row, loss in zip(
        rows[part], losses[part], strict=True
    )
}


def by_network(row, t):
    return found[tuple(row)][t - 1]


together = mixture([*parts, by_network])("test")
print(
    f"混进 GRU: {np.exp(-np.log(together).mean()):.1f}"
)
# --8<-- [end:both]
