"""学自己的表：改 targets 就行；两行要的不同才学得会。"""

# --8<-- [start:own-table]
import torch


def train(word, written):
    torch.manual_seed(0)
    vocab = sorted(set(word + written))
    inputs = torch.eye(len(vocab))[[vocab.index(char) for char in word]]
    targets = torch.tensor([vocab.index(char) for char in written])
    model = torch.nn.Linear(len(vocab), len(vocab))
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    for _ in range(500):
        optimizer.zero_grad()
        logits = model(inputs)
        loss = torch.nn.functional.cross_entropy(logits, targets)
        loss.backward()
        optimizer.step()
    return "".join(vocab[i] for i in logits.argmax(dim=1).tolist()), loss.item()


for word, written in (("天地玄黄", "地玄黄宇"), ("日月日星", "月日星日")):
    result, loss = train(word, written)
    print(f"{word} → {result}，要的是 {written}，损失 {loss:.4f}")
# --8<-- [end:own-table]
