"""练习：读 noon，写 oonn。"""

# --8<-- [start:noon]
import math

import torch


def train(word, written):
    """没有输出层的 RNN 训练 300 轮，返回写出的与五步损失之和。"""
    torch.manual_seed(0)
    vocab = sorted(set(word + written))
    inputs = torch.eye(len(vocab))[[vocab.index(char) for char in word]]
    labels = torch.tensor([vocab.index(char) for char in written])
    rnn = torch.nn.RNN(len(vocab), len(vocab))
    criterion = torch.nn.CrossEntropyLoss(reduction="sum")
    optimizer = torch.optim.Adam(rnn.parameters(), lr=0.1)
    for _ in range(300):
        optimizer.zero_grad()
        logits = rnn(inputs)[0]
        loss = criterion(logits, labels)
        loss.backward()
        optimizer.step()
    result = "".join(vocab[i] for i in logits.argmax(dim=1).tolist())
    return result, loss.item()


result, loss = train("noon", "oonn")
print(f"没有记忆：{4 * math.log(2):.4f}")
print(f"没有输出层：{4 * math.log(1 + math.exp(-2)):.4f}")
print(f"写出 {result}，第 300 轮 {loss:.4f}")
# --8<-- [end:noon]
