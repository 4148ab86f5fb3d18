"""用一个循环读完 hello，每一步做四件事，打印每一步的隐藏状态。"""

# --8<-- [start:workflow]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
vocab = "ehlo"
one_hot = torch.eye(4)


def as_text(vector):
    """把一个向量写成一行字，每个分量四位小数。"""
    return " ".join(
        f"{v:7.4f}" for v in vector.tolist()
    )


previous = torch.zeros(4)
print(f"h_0      {as_text(previous)}")
for step, char in enumerate("hello", start=1):
    # 第 1 件：接收这一步的输入。
    x = one_hot[vocab.index(char)]
    # 第 2、3 件：结合上一步的隐藏状态，
    # 算出新的，它同时就是这一步的输出。
    hidden = cell(x, previous)
    print(f"h_{step} ({char})  {as_text(hidden)}")
    # 第 4 件：传给下一个时间步。
    previous = hidden
# --8<-- [end:workflow]
