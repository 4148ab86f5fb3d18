"""把常见的错误各犯一次，打印报错的类型和第一句。"""

# --8<-- [start:make-mistakes]
import torch
from torch.nn.functional import (
    cross_entropy,
    one_hot,
)

torch.manual_seed(0)
cell = torch.nn.RNNCell(4, 4)
indices = torch.tensor([1, 0, 2, 2, 3])  # hello
inputs = one_hot(indices, 4).float().view(-1, 1, 4)
hidden = torch.zeros(1, 4)
scores = cell(inputs[0], hidden)
label = torch.tensor([3])
loss = cross_entropy(scores, label)


class NoSuper(torch.nn.Module):
    """错误示范：没有先调用 super().__init__()。"""

    def __init__(self):
        self.cell = torch.nn.RNNCell(4, 4)


mistakes = [
    lambda: cross_entropy(scores[:, :3], label),
    lambda: cell(inputs[0].long()),
    lambda: cell(inputs[0, 0], hidden),
    lambda: cell(inputs[0, 0]).argmax(dim=1),
    lambda: cell(inputs),
    lambda: loss.item().backward(),
    lambda: [loss.backward(), loss.backward()],
    lambda: NoSuper(),
    lambda: list(
        zip(inputs, [label] * 4, strict=True)
    ),
]
for number, mistake in enumerate(mistakes, 1):
    try:
        mistake()
    except (
        AttributeError,
        IndexError,
        RuntimeError,
        ValueError,
    ) as error:
        # 原文很长的，只打印第一句
        message = str(error).split(" (")[0]
        print(
            f"{number} {type(error).__name__}: "
            f"{message}"
        )
# --8<-- [end:make-mistakes]
