"""训练 3000 轮：没有输出层时损失停在下限上面，加了 Linear 则继续下降。"""

# --8<-- [start:train]
import torch

torch.set_num_threads(1)  # 矩阵只有 4 行 4 列，分给多个线程反而慢
inputs = torch.eye(4)[[1, 0, 2, 2, 3]]  # hello，一行一个独热向量
labels = torch.tensor([3, 1, 2, 3, 2])  # ohlol 各字符的索引
sum_of_losses = torch.nn.CrossEntropyLoss(reduction="sum")


def train(output_layer):
    """训练 3000 轮，印出其中几轮的五步损失之和。"""
    torch.manual_seed(3332505980)
    rnn = torch.nn.RNN(4, 4)  # 与 RNNCell 同一公式，五步一次算完
    last = torch.nn.Linear(4, 4) if output_layer else torch.nn.Identity()
    parameters = [*rnn.parameters(), *last.parameters()]
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    for epoch in range(1, 3001):
        optimizer.zero_grad()
        states, _ = rnn(inputs)
        loss = sum_of_losses(last(states), labels)
        loss.backward()
        optimizer.step()
        if epoch in (1, 15, 100, 1000, 3000):
            print(f"  epoch {epoch:4}  loss={loss.item():.4f}")


print("没有输出层:")
train(output_layer=False)
print("加 Linear(4, 4):")
train(output_layer=True)
# --8<-- [end:train]
