"""读第一个字符 h：得分、概率、损失各是多少。"""

import torch

# 与 train.py 相同的值；页面上它们来自 train.py。
vocab = ["e", "h", "l", "o"]
char_to_index = {char: index for index, char in enumerate(vocab)}
input_size = hidden_size = len(vocab)
batch_size = 1
inputs = torch.eye(4)[[1, 0, 2, 2, 3]].view(-1, batch_size, input_size)
labels = torch.tensor([3, 1, 2, 3, 2]).view(-1, batch_size)

# --8<-- [start:logits]
torch.manual_seed(3332505980)
cell = torch.nn.RNNCell(input_size, hidden_size)
logits = cell(inputs[0], torch.zeros(batch_size, hidden_size))

print(f"logits: shape={tuple(logits.shape)}")
for char, logit in zip(vocab, logits[0].tolist(), strict=True):
    print(f"  {char}: {logit:7.4f}")
# --8<-- [end:logits]

# --8<-- [start:softmax]
probabilities = logits.softmax(dim=1)

print("softmax 之后的概率:")
for char, p in zip(vocab, probabilities[0].tolist(), strict=True):
    print(f"  {char}: {p:.4f}")
print(f"四个概率的和: {probabilities.sum().item():.4f}")
# --8<-- [end:softmax]

# --8<-- [start:cross-entropy]
criterion = torch.nn.CrossEntropyLoss()
loss = criterion(logits, labels[0])
by_hand = -probabilities[0, char_to_index["o"]].log()

print(f"CrossEntropyLoss: {loss.item():.4f}")
print(f"手算 -ln p(o):    {by_hand.item():.4f}")
# --8<-- [end:cross-entropy]

# --8<-- [start:softmax-first]
loss = criterion(probabilities, labels[0])
p_again = probabilities.softmax(dim=1)[0, char_to_index["o"]]

print(f"先 softmax 再送进去:  {loss.item():.4f}")
print(f"softmax 两次的 p(o):  {p_again.item():.4f}")
# --8<-- [end:softmax-first]
