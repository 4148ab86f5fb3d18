"""原笔记第 3、4 章的程序，照它的名字与写法；只补上种子，把两章的代码排好顺序。"""

# 下面的写法照原笔记，不改成新的。
# ruff: noqa: B905, UP008, UP031

# --8<-- [start:data]
import torch

input_size = 4
hidden_size = 4
batch_size = 1

idx2char = ["e", "h", "l", "o"]  # 字母列表
# The input sequence is 'hello'
x_data = [1, 0, 2, 2, 3]
# The output sequence is 'ohlol'
y_data = [3, 1, 2, 3, 2]

one_hot_lookup = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
x_one_hot = [one_hot_lookup[x] for x in x_data]

inputs = torch.Tensor(x_one_hot).view(
    -1, batch_size, input_size
)
labels = torch.LongTensor(y_data).view(-1, 1)
# --8<-- [end:data]


# --8<-- [start:model]
class Model(torch.nn.Module):
    def __init__(
        self, input_size, hidden_size, batch_size
    ):
        super(Model, self).__init__()
        self.batch_size = batch_size
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.rnncell = torch.nn.RNNCell(
            input_size=self.input_size,
            hidden_size=self.hidden_size,
        )

    def forward(self, input, hidden):
        # h_t = cell(x_t, h_t-1)
        hidden = self.rnncell(input, hidden)
        return hidden

    def init_hidden(self):  # 生成默认的初始h0
        return torch.zeros(
            self.batch_size, self.hidden_size
        )


# --8<-- [end:model]


# --8<-- [start:training]
torch.manual_seed(3332505980)  # 原笔记没有这一行
net = Model(input_size, hidden_size, batch_size)

# 交叉熵损失函数
criterion = torch.nn.CrossEntropyLoss()
# 优化器
optimizer = torch.optim.Adam(
    net.parameters(), lr=0.1
)

for epoch in range(15):
    loss = 0
    optimizer.zero_grad()  # 优化器梯度归零
    hidden = net.init_hidden()  # 初始化hidden(算h0)
    print("Predicted string: ", end="")
    # inputs: seq_len * batch_size * input_size
    for input, label in zip(inputs, labels):
        # 核心语句,计算h_t
        hidden = net(input, hidden)
        # 没有用item()
        loss += criterion(hidden, label)
        _, idx = torch.max(hidden, dim=1)
        print(idx2char[idx.item()], end="")
    loss.backward()
    optimizer.step()
    print(
        ", epoch [%d/15] loss=%.4f"
        % (epoch + 1, loss.item())
    )
# --8<-- [end:training]
