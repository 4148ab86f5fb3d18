"""读一遍 hello：返回写出的字符串和五步损失之和。"""

import torch

# 数据、模型、损失函数与 train.py 里的相同；
# train.py 一导入就会训练、打印 15 行。
vocab = ["e", "h", "l", "o"]
input_size = hidden_size = len(vocab)
batch_size = 1
inputs = torch.eye(input_size)[[1, 0, 2, 2, 3]].view(
    -1, batch_size, input_size
)
labels = torch.tensor([3, 1, 2, 3, 2]).view(
    -1, batch_size
)
criterion = torch.nn.CrossEntropyLoss()


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


# --8<-- [start:predict]
def predict(model):
    """读一遍 hello，返回写出的字符串和五步损失之和。"""
    hidden = model.init_hidden(batch_size)
    loss = 0
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        hidden = model(x, hidden)
        loss += criterion(hidden, label)
        index = hidden.argmax(dim=1).item()
        predicted += vocab[index]
    return predicted, loss


# --8<-- [end:predict]
