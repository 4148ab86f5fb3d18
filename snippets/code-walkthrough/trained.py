"""train.py 训练完之后的数据、模型和优化器，给别的程序导入：同样 15 轮，只是不打印。"""

import torch

vocab = ["e", "h", "l", "o"]
char_to_index = {
    char: index for index, char in enumerate(vocab)
}
x_data = [char_to_index[char] for char in "hello"]
y_data = [char_to_index[char] for char in "ohlol"]
input_size = hidden_size = len(vocab)
batch_size = 1
inputs = torch.eye(input_size)[x_data].view(
    -1, batch_size, input_size
)
labels = torch.tensor(y_data).view(-1, batch_size)


class Model(torch.nn.Module):
    """只有一个 RNNCell 的模型，一次走一个时间步。"""

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


torch.manual_seed(3332505980)
model = Model(input_size, hidden_size)
criterion = torch.nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(
    model.parameters(), lr=0.1
)

num_epochs = 15
for _ in range(num_epochs):
    optimizer.zero_grad()
    hidden = model.init_hidden(batch_size)
    loss = 0
    for x, label in zip(inputs, labels, strict=True):
        hidden = model(x, hidden)
        loss += criterion(hidden, label)
    loss.backward()
    optimizer.step()
