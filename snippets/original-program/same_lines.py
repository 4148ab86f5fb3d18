"""原笔记的循环与我们的循环，打印的 15 行逐行相同。"""

# 百分号的写法照原笔记。
# ruff: noqa: UP031

import torch

# 页面上这些名字来自原笔记的程序。
idx2char = ["e", "h", "l", "o"]
inputs = torch.eye(4)[[1, 0, 2, 2, 3]].view(-1, 1, 4)
labels = torch.tensor([3, 1, 2, 3, 2]).view(-1, 1)

# --8<-- [start:line-by-line]
from contextlib import redirect_stdout
from io import StringIO


def original():
    """原笔记的写法：边走边打印，
    torch.max，百分号格式。"""
    torch.manual_seed(3332505980)
    rnncell = torch.nn.RNNCell(
        input_size=4, hidden_size=4
    )
    criterion = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(
        rnncell.parameters(), lr=0.1
    )
    for epoch in range(15):
        loss = 0
        optimizer.zero_grad()
        hidden = torch.zeros(1, 4)
        print("Predicted string: ", end="")
        for x, label in zip(
            inputs, labels, strict=False
        ):
            hidden = rnncell(x, hidden)
            loss += criterion(hidden, label)
            _, idx = torch.max(hidden, dim=1)
            print(idx2char[idx.item()], end="")
        loss.backward()
        optimizer.step()
        print(
            ", epoch [%d/15] loss=%.4f"
            % (epoch + 1, loss.item())
        )


def ours():
    """我们的写法：收进字符串，argmax，f-string。"""
    torch.manual_seed(3332505980)
    cell = torch.nn.RNNCell(4, 4)
    criterion = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(
        cell.parameters(), lr=0.1
    )
    for epoch in range(15):
        optimizer.zero_grad()
        hidden = torch.zeros(1, 4)
        loss = 0
        predicted = ""
        for x, label in zip(
            inputs, labels, strict=True
        ):
            hidden = cell(x, hidden)
            loss += criterion(hidden, label)
            index = hidden.argmax(dim=1).item()
            predicted += idx2char[index]
        loss.backward()
        optimizer.step()
        print(
            f"Predicted string: {predicted}, "
            f"epoch [{epoch + 1}/15] "
            f"loss={loss.item():.4f}"
        )


printed = []
for program in (original, ours):
    # 打印的收进 lines，不显示
    with redirect_stdout(StringIO()) as lines:
        program()
    printed.append(lines.getvalue().splitlines())
print(f"{len(printed[0])} 行与 {len(printed[1])} 行")
print(f"逐行相同: {printed[0] == printed[1]}")
# --8<-- [end:line-by-line]
