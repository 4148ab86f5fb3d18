"""训练一个 RNNCell，让它读 hello、逐字写出 ohlol。"""

# --8<-- [start:imports]
import torch
# --8<-- [end:imports]


# --8<-- [start:data]
source = "hello"
target = "ohlol"

vocab = sorted(set(source + target))
char_to_index = {
    char: index for index, char in enumerate(vocab)
}

x_data = [char_to_index[char] for char in source]
y_data = [char_to_index[char] for char in target]
# --8<-- [end:data]


# --8<-- [start:sizes]
vocab_size = len(vocab)
input_size = vocab_size
# 没有输出层：隐藏状态的一个分量就是一类的得分。
hidden_size = vocab_size
batch_size = 1
# --8<-- [end:sizes]


# --8<-- [start:one-hot]
one_hot_table = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
x_one_hot = [
    one_hot_table[index] for index in x_data
]
# --8<-- [end:one-hot]


# --8<-- [start:tensors]
inputs = torch.tensor(x_one_hot, dtype=torch.float32)
inputs = inputs.view(-1, batch_size, input_size)
labels = torch.tensor(y_data).view(-1, batch_size)
# --8<-- [end:tensors]


# --8<-- [start:model]
class Model(torch.nn.Module):
    """只有一个 RNNCell 的模型，一次走一个时间步。

    隐藏状态同时是输出，分量是各字符的得分。
    """

    def __init__(self, input_size, hidden_size):
        super().__init__()
        self.hidden_size = hidden_size
        self.cell = torch.nn.RNNCell(
            input_size, hidden_size
        )

    def forward(self, x, hidden):
        """(batch, input_size), (batch, hidden_size)
        -> (batch, hidden_size)"""
        return self.cell(x, hidden)

    def init_hidden(self, batch_size):
        """全零的 h_0。"""
        return torch.zeros(
            batch_size, self.hidden_size
        )


# --8<-- [end:model]


# --8<-- [start:setup]
# 换别的种子，打印的会不同。
torch.manual_seed(3332505980)
model = Model(input_size, hidden_size)
criterion = torch.nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(
    model.parameters(), lr=0.1
)
# --8<-- [end:setup]


# --8<-- [start:training]
num_epochs = 15
for epoch in range(num_epochs):
    optimizer.zero_grad()
    hidden = model.init_hidden(batch_size)
    loss = 0
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        hidden = model(x, hidden)
        loss += criterion(hidden, label)
        index = hidden.argmax(dim=1).item()
        predicted += vocab[index]
    loss.backward()
    optimizer.step()
    print(
        f"Predicted string: {predicted}, "
        f"epoch [{epoch + 1}/{num_epochs}] "
        f"loss={loss.item():.4f}"
    )
# --8<-- [end:training]
