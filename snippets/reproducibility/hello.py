"""hello 的数据与模型，train.py 里的，还没有训练。"""

# train.py 一导入就会训练、
# 打印 15 行，所以别的程序从这里取。
import torch

source, target = "hello", "ohlol"
vocab = sorted(set(source + target))
char_to_index = {
    char: index for index, char in enumerate(vocab)
}
x_data = [char_to_index[char] for char in source]
y_data = [char_to_index[char] for char in target]

input_size = hidden_size = len(vocab)
batch_size = 1
one_hot_table = [
    [int(row == k) for k in range(input_size)]
    for row in range(input_size)
]
x_one_hot = [
    one_hot_table[index] for index in x_data
]
inputs = torch.tensor(x_one_hot, dtype=torch.float32)
inputs = inputs.view(-1, batch_size, input_size)
labels = torch.tensor(y_data).view(-1, batch_size)


class Model(torch.nn.Module):
    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        self.cell = torch.nn.RNNCell(
            input_size, hidden_size
        )

    def forward(self, x, hidden):
        return self.cell(x, hidden)

    def init_hidden(self, batch_size):
        return torch.zeros(
            batch_size, self.hidden_size
        )


criterion = torch.nn.CrossEntropyLoss()
