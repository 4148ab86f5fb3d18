"""主程序的数据、模型与损失函数，给别的程序用；这里不训练。"""

# --8<-- [start:program]
import torch

vocab = ["e", "h", "l", "o"]
x_data = [1, 0, 2, 2, 3]
y_data = [3, 1, 2, 3, 2]
inputs = torch.eye(4)[x_data].view(-1, 1, 4)
labels = torch.tensor(y_data).view(-1, 1)
criterion = torch.nn.CrossEntropyLoss()


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


# --8<-- [end:program]
