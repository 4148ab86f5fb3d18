"""网络输在哪里：照训练集里出现的次数分开，比真正的字的损失；
把网络与频率混合。"""

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
from paired import compare
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
print("训练集里几次  多少个   GRU  位置与二元")
for low, high in [
    (3, 9),
    (10, 29),
    (30, 99),
    (100, 999),
]:
    times = seen[targets]
    chosen = (times >= low) & (times <= high)
    a, b = losses["test"], counted
    print(
        f"{low:4} 到 {high:3}   {chosen.sum():6} "
        f"{np.exp(a[chosen].mean()):6.0f} "
        f"{np.exp(b[chosen].mean()):6.0f}"
    )
    # 每首诗里这些字的损失之差；没有这种字的不比
    less = np.where(chosen, a - b, 0).sum(1)
    less = less[chosen.any(1)]
    found = compare(
        (less < 0).tolist(), (less > 0).tolist()
    )
    print(f"  {found}")
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


for name, mixed in {
    "等概率": [uniform],
    "等概率、位置": parts[:2],
    "等概率、位置、二元": parts,
}.items():
    p = mixture([*mixed, by_network])("test")
    value = np.exp(-np.log(p).mean())
    print(f"GRU 与{name}混合: {value:.1f}")
# --8<-- [end:both]
