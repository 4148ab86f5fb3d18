"""练习：换成自己的一个词，学会每个字后面是哪个字。"""

# --8<-- [start:own-word]
import torch
from torch.nn.functional import cross_entropy

word = "床前明月光"
vocab = sorted(set(word))
before = torch.tensor(
    [vocab.index(char) for char in word[:-1]]
)
after = torch.tensor(
    [vocab.index(char) for char in word[1:]]
)

torch.manual_seed(0)
model = torch.nn.Linear(len(vocab), len(vocab))
optimizer = torch.optim.Adam(
    model.parameters(), lr=0.1
)
for _ in range(100):
    logits = model(torch.eye(len(vocab))[before])
    loss = cross_entropy(
        logits, after, reduction="sum"
    )
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(f"损失 {loss.item():.3f}")
for char, k in zip(
    word, logits.argmax(dim=1).tolist(), strict=False
):
    print(f"{char} → {vocab[k]}")
# --8<-- [end:own-word]
