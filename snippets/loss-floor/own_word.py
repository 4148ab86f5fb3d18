"""练习：换成自己的词。"""

# --8<-- [start:own-word]
import math

import torch

word, written = "山山水水", "水山山水"
vocab = sorted(set(word + written))
inputs = torch.eye(len(vocab))[[vocab.index(char) for char in word]]
labels = torch.tensor([vocab.index(char) for char in written])

torch.manual_seed(0)
rnn = torch.nn.RNN(len(vocab), len(vocab))
criterion = torch.nn.CrossEntropyLoss(reduction="sum")
optimizer = torch.optim.Adam(rnn.parameters(), lr=0.1)
for _ in range(300):
    optimizer.zero_grad()
    logits = rnn(inputs)[0]
    loss = criterion(logits, labels)
    loss.backward()
    optimizer.step()

print("写出", "".join(vocab[i] for i in logits.argmax(dim=1).tolist()))
print(f"没有输出层：{len(word) * math.log(1 + (len(vocab) - 1) * math.exp(-2)):.4f}")
print(f"第 300 轮：{loss.item():.4f}")
# --8<-- [end:own-word]
