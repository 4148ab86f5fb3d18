"""同一个带输出层的 RNN：隐藏状态传下去、每步清零、顺序打乱，各学得怎样。"""

import torch
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:train]
vocab = "ehlo"
one_hot = torch.eye(4)
hello = one_hot[[1, 0, 2, 2, 3]]
ohlol = torch.tensor([3, 1, 2, 3, 2])


def train(seed, carry):
    """训练 100 轮，返回最后一轮的损失与写出的词；
    carry 为假时每步都清零。"""
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(
        input_size=4, hidden_size=8
    )
    output = torch.nn.Linear(8, 4)
    parameters = [
        *cell.parameters(),
        *output.parameters(),
    ]
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    for _ in range(100):
        loss, written, hidden = 0, "", torch.zeros(8)
        for x, label in zip(
            hello, ohlol, strict=True
        ):
            if not carry:
                hidden = torch.zeros(8)
            hidden = cell(x, hidden)
            logits = output(hidden)
            loss += cross_entropy(logits, label)
            written += vocab[logits.argmax().item()]
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item(), written


for seed in range(3):
    for name, carry in (
        ("传下去", True),
        ("每步清零", False),
    ):
        loss, written = train(seed, carry)
        print(
            f"种子 {seed}，{name}: "
            f"损失 {loss:.2f}，写出 {written}"
        )
# --8<-- [end:train]

# --8<-- [start:shuffle]
from itertools import permutations

# 形状 (120, 5)：五个位置的每一种顺序；
# 要写的字符跟着它的字符走。
orders = torch.tensor(list(permutations(range(5))))
for seed in range(3):
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(
        input_size=4, hidden_size=8
    )
    output = torch.nn.Linear(8, 4)
    parameters = [
        *cell.parameters(),
        *output.parameters(),
    ]
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    for _ in range(100):
        loss, correct = 0, 0
        # 一行是一种顺序
        hidden = torch.zeros(len(orders), 8)
        for positions in orders.T:
            hidden = cell(hello[positions], hidden)
            logits = output(hidden)
            labels = ohlol[positions]
            loss += cross_entropy(logits, labels)
            right = logits.argmax(dim=1) == labels
            correct += right.float().mean().item()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(
        f"{len(orders)} 种顺序，"
        f"种子 {seed}: 损失 {loss.item():.2f}，",
        end="",
    )
    print(f"平均写对 {correct:.1f} 个")
# --8<-- [end:shuffle]
