"""别处常说错的：状态带到无关的诗里，忘了 detach，词表不同的困惑度。"""

# --8<-- [start:no-detach]
import torch

rnn = torch.nn.RNN(2, 4)
state = None
try:
    for _ in range(2):
        hidden, state = rnn(torch.randn(5, 2), state)
        hidden.sum().backward()
except RuntimeError as error:
    print(str(error)[:50])
# --8<-- [end:no-detach]

# --8<-- [start:carried]
from torch.nn.functional import cross_entropy

from corpus import encode, valid
from poet import model

data = encode(valid)
x, targets = data[:, :-1], data[:, 1:]
with torch.no_grad():
    logits, state = model(x)
    carried, _ = model(x, state.roll(1, 1))
for name, scores in {
    "每首从零开始": logits,
    "带着上一首的状态": carried,
}.items():
    loss = cross_entropy(
        scores.flatten(0, 1), targets.flatten()
    )
    print(f"{name}: {loss.exp().item():.1f}")
# --8<-- [end:carried]

# --8<-- [start:vocab]
from collections import Counter
from math import exp, log

from corpus import counts, test, train

seen = Counter(counts)
seen["\n"] = len(train)


def merged(char, least):
    return char if seen[char] >= least else "□"


for least in (3, 10, 30, 100):
    times = Counter()
    for char, n in seen.items():
        times[merged(char, least)] += n
    losses = [
        -log(
            times[merged(char, least)]
            / times.total()
        )
        for poem in test
        for char in f"{poem}\n"
    ]
    value = exp(sum(losses) / len(losses))
    print(
        f"至少 {least:3} 次的字，词表 {len(times):4}，"
        f"困惑度 {value:5.1f}"
    )
# --8<-- [end:vocab]
