"""字符变成索引，索引变成独热向量。"""

# --8<-- [start:indices]
word = "hello"
vocab = sorted(set(word))
char_to_index = {char: index for index, char in enumerate(vocab)}
indices = [char_to_index[char] for char in word]
print(vocab)
print(indices)
for char, index in zip(word, indices, strict=True):
    print(char, index)
# --8<-- [end:indices]

# --8<-- [start:one-hot]
import torch

identity = torch.eye(4)
print(identity[2].tolist())
print(identity[indices].tolist())
one_hot = torch.nn.functional.one_hot(torch.tensor(indices), num_classes=4)
print(torch.equal(identity[indices], one_hot.float()))
# --8<-- [end:one-hot]
