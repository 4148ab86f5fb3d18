"""练习：两个单词放在一批里训练。"""

import torch

# 训练程序里的名字：trained.py 照样训练，只是不打印。
from trained import (
    Model,
    char_to_index,
    criterion,
    hidden_size,
    input_size,
    vocab,
)

# 张量很小，多线程的等待比计算久。
torch.set_num_threads(1)


# --8<-- [start:batch-of-two]
def to_columns(words):
    """单词各排成一列，形状 (5, 单词的个数)。"""
    rows = [
        [char_to_index[char] for char in word]
        for word in words
    ]
    return torch.tensor(rows).T


word_labels = to_columns(["ohlol", "lolho"])
word_inputs = torch.eye(input_size)[
    to_columns(["hello", "olleh"])
]

torch.manual_seed(0)
two_words = Model(input_size, hidden_size)
two_optimizer = torch.optim.SGD(
    two_words.parameters(), lr=0.5
)
for _ in range(60):
    two_optimizer.zero_grad()
    hidden = two_words.init_hidden(2)
    loss = 0
    written = []
    for x, label in zip(
        word_inputs, word_labels, strict=True
    ):
        hidden = two_words(x, hidden)
        loss += criterion(hidden, label)
        written.append(
            [
                vocab[index]
                for index in hidden.argmax(dim=1)
            ]
        )
    loss.backward()
    two_optimizer.step()
print(
    f"inputs {tuple(word_inputs.shape)}，"
    f"每步的标签 {tuple(label.shape)}"
)
print(f"hidden {tuple(hidden.shape)}")
each = [
    criterion(hidden[i], label[i]) for i in range(2)
]
mean = torch.stack(each).mean()
same = torch.allclose(criterion(hidden, label), mean)
print(f"损失是两条的平均: {same}")
words = zip(*written, strict=True)
print(f"写出: {[''.join(word) for word in words]}")
# --8<-- [end:batch-of-two]
