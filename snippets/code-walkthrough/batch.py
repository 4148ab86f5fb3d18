"""batch_size = 2：两个单词并排，一步同时读两个字符。"""

import torch
from torch.nn.functional import one_hot

vocab = ["e", "h", "l", "o"]
char_to_index = {"e": 0, "h": 1, "l": 2, "o": 3}

# --8<-- [start:two-words]
words = ["hello", "olleh"]
columns = [
    torch.tensor([char_to_index[c] for c in w])
    for w in words
]
indices = torch.stack(columns, dim=1)
pair = one_hot(indices, len(vocab)).float()

print(f"pair:       shape={tuple(pair.shape)}")
print(f"pair[0]:    shape={tuple(pair[0].shape)}")
print(f"indices[0]: shape={tuple(indices[0].shape)}")
for step in range(2):
    letters = [
        vocab[index]
        for index in indices[step].tolist()
    ]
    print(f"第 {step + 1} 步读入: {letters}")

torch.manual_seed(0)
rnn = torch.nn.RNN(len(vocab), 4)
together, _ = rnn(pair)
for column, word in enumerate(words):
    alone, _ = rnn(pair[:, column : column + 1])
    same = torch.allclose(
        together[:, column : column + 1], alone
    )
    print(f"{word}: 并排读与单独读相同: {same}")
# --8<-- [end:two-words]
