"""同一个带输出层的 RNN：隐藏状态传下去、每步清零、次序打乱，各学得怎样。

用时不到 5 秒，导入 PyTorch 另算。
"""

import torch

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:model]
from itertools import permutations

one_hot = torch.eye(4)  # 第 0 到 3 行依次代表 e、h、l、o
hello = torch.tensor([1, 0, 2, 2, 3])
ohlol = torch.tensor([3, 1, 2, 3, 2])


def train(seed, orders, carry):
    """训练 100 轮，返回每个词平均的损失与写对的个数。

    orders 的形状是 (词数, 5)，每一行是读五个字符的次序；
    要写的字符跟着它的字符走。carry 为假时每步都把隐藏状态清零。
    """
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(input_size=4, hidden_size=8)
    output = torch.nn.Linear(8, 4)
    parameters = [*cell.parameters(), *output.parameters()]
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    for _ in range(100):
        loss, correct = 0, 0
        hidden = torch.zeros(len(orders), 8)
        for step in orders.T:
            if not carry:
                hidden = torch.zeros(len(orders), 8)
            hidden = cell(one_hot[hello[step]], hidden)
            logits, labels = output(hidden), ohlol[step]
            loss += torch.nn.functional.cross_entropy(logits, labels)
            correct += (logits.argmax(dim=1) == labels).float().mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return loss.item(), correct.item()


# --8<-- [end:model]

# --8<-- [start:compare]
in_order = torch.arange(5).unsqueeze(0)
every_order = torch.tensor(list(permutations(range(5))))
for name, orders, carry in (
    ("照次序读，传下去", in_order, True),
    ("照次序读，每步清零", in_order, False),
    (f"{len(every_order)} 种次序都读，传下去", every_order, True),
):
    runs = [train(seed, orders, carry) for seed in range(5)]
    loss, correct = zip(*runs, strict=True)
    print(f"{name}:")
    print(f"  损失 {min(loss):.2f} 到 {max(loss):.2f}", end="，")
    print(f"写对 {min(correct):.1f} 到 {max(correct):.1f} 个")
# --8<-- [end:compare]
