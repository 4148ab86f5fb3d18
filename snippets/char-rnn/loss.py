"""读第一个字符 h：得分、概率、损失各是多少。"""

import torch

from hello import (
    batch_size,
    char_to_index,
    hidden_size,
    input_size,
)
from hello import inputs, labels, vocab

# --8<-- [start:logits]
torch.manual_seed(3332505980)
cell = torch.nn.RNNCell(input_size, hidden_size)
logits = cell(
    inputs[0], torch.zeros(batch_size, hidden_size)
)

print(f"logits: shape={tuple(logits.shape)}")
for char, logit in zip(
    vocab, logits[0].tolist(), strict=True
):
    print(f"  {char}: {logit:7.4f}")
print(f"四个得分的和: {logits.sum().item():.4f}")
# --8<-- [end:logits]

# --8<-- [start:softmax]
probabilities = logits.softmax(dim=1)

for char, p in zip(
    vocab, probabilities[0].tolist(), strict=True
):
    print(f"  {char}: {p:.4f}")
print(
    f"四个概率的和: {probabilities.sum().item():.4f}"
)
best = vocab[logits.argmax().item()]
likeliest = vocab[probabilities.argmax().item()]
print(f"得分最高的: {best}，概率最大的: {likeliest}")
# --8<-- [end:softmax]

# --8<-- [start:cross-entropy]
criterion = torch.nn.CrossEntropyLoss()
loss = criterion(logits, labels[0])
by_hand = -probabilities[0, char_to_index["o"]].log()

print(f"CrossEntropyLoss: {loss.item():.4f}")
print(f"手算 -ln p(o):    {by_hand.item():.4f}")
# --8<-- [end:cross-entropy]

# --8<-- [start:two-parts]
from torch.nn.functional import (
    log_softmax,
    nll_loss,
    one_hot,
)

log_probabilities = log_softmax(logits, dim=1)
in_parts = nll_loss(log_probabilities, labels[0])
one_hot_label = one_hot(labels[0], 4)
terms = one_hot_label * -log_probabilities

print(
    f"log_softmax + nll_loss: {in_parts.item():.4f}"
)
print(f"独热标签:   {one_hot_label[0].tolist()}")
print(
    "逐位相乘:  ",
    " ".join(
        f"{term:.4f}" for term in terms[0].tolist()
    ),
)
print(f"全部相加:   {terms.sum().item():.4f}")
# --8<-- [end:two-parts]


# --8<-- [start:softmax-first]
loss = criterion(probabilities, labels[0])
twice = probabilities.softmax(dim=1)

print(f"先 softmax 再送进去:  {loss.item():.4f}")
print(
    "softmax 两次的 p(o):  "
    f"{twice[0, char_to_index['o']].item():.4f}"
)
for name, numbers in (
    ("得分的最大差:        ", logits),
    ("概率的最大差:        ", probabilities),
    ("两次之后的最大差:    ", twice),
):
    spread = numbers.max() - numbers.min()
    print(f"{name} {spread.item():.4f}")
# --8<-- [end:softmax-first]
