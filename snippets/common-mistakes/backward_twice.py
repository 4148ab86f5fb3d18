"""反向传播走回用过的计算图：隐藏状态留到了下一轮；两种改法，一种改不好。"""

import torch

# 主程序的数据、模型与损失函数。
from program import Model, criterion, inputs, labels


# --8<-- [start:carried-over]
def two_epochs(clean, retain_graph=False):
    """训练两轮，每轮读两个字符；
    clean 决定怎样处理上一轮的隐藏状态。"""
    torch.manual_seed(0)
    model = Model(4, 4)
    optimizer = torch.optim.Adam(
        model.parameters(), lr=0.1
    )
    hidden = model.init_hidden(1)
    for _ in range(2):
        hidden = clean(hidden)
        for x in inputs[:2]:
            hidden = model(x, hidden)
        optimizer.zero_grad()
        criterion(hidden, labels[1]).backward(
            retain_graph=retain_graph
        )
        optimizer.step()


trials = {
    "接着用": (lambda hidden: hidden, False),
    "换成全零": (
        lambda hidden: torch.zeros(1, 4),
        False,
    ),
    "detach": (
        lambda hidden: hidden.detach(),
        False,
    ),
    "retain_graph=True": (
        lambda hidden: hidden,
        True,
    ),
}
for name, (clean, retain_graph) in trials.items():
    try:
        two_epochs(clean, retain_graph)
        print(f"{name}: 两轮都完成")
    except RuntimeError as error:
        print(f"{name}: RuntimeError")
        message = str(error).split(": [")[0]
        print(f"  {message.split(' (')[0]}")
# --8<-- [end:carried-over]
