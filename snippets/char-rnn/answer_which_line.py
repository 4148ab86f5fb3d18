"""改坏一处，打印的 15 行从哪一行起不同。"""

import torch

from hello import (
    batch_size,
    criterion,
    hidden_size,
    input_size,
    inputs,
    labels,
    vocab,
)


# --8<-- [start:which-line]
def fifteen_lines(
    seed=3332505980,
    optimizer="Adam",
    lr=0.1,
    zero_grad=True,
):
    """照主程序训练，返回 15 行的字符串与损失。"""
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(input_size, hidden_size)
    optimizer = getattr(torch.optim, optimizer)(
        cell.parameters(), lr=lr
    )
    lines = []
    for _ in range(15):
        if zero_grad:
            optimizer.zero_grad()
        hidden = torch.zeros(batch_size, hidden_size)
        loss = 0
        predicted = ""
        for x, label in zip(
            inputs, labels, strict=True
        ):
            hidden = cell(x, hidden)
            loss += criterion(hidden, label)
            index = hidden.argmax(dim=1).item()
            predicted += vocab[index]
        loss.backward()
        optimizer.step()
        lines.append(
            f"{predicted} {loss.item():.4f}"
        )
    return lines


right = fifteen_lines()
broken = {
    "种子是 3332505981": fifteen_lines(
        seed=3332505981
    ),
    "学习率是 0.01": fifteen_lines(lr=0.01),
    "优化器是 SGD": fifteen_lines(optimizer="SGD"),
    "没有 zero_grad": fifteen_lines(zero_grad=False),
}
for name, lines in broken.items():
    first = next(
        n for n in range(15) if lines[n] != right[n]
    )
    print(
        f"{name}: 第 {first + 1} 行起不同\n"
        f"  {lines[first]}，应是 {right[first]}"
    )
# --8<-- [end:which-line]
