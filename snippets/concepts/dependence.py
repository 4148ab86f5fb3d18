"""轮流改掉一个输入，看哪些时间步的隐藏状态跟着变。"""

# --8<-- [start:change-one-input]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
vocab = "ehlo"
one_hot = torch.eye(4)


def unroll(word):
    """逐字读 word，返回每一步的隐藏状态。"""
    hidden = torch.zeros(4)
    states = []
    for char in word:
        hidden = cell(
            one_hot[vocab.index(char)], hidden
        )
        states.append(hidden)
    return states


original = unroll("hell")
print("              h_1     h_2     h_3     h_4")
for position in range(4):
    word = "hell"[:position] + "o"
    word += "hell"[position + 1 :]
    row = f"x_{position + 1}: {word}"
    for old, new in zip(
        original, unroll(word), strict=True
    ):
        row += f"{(new - old).abs().max():8.4g}"
    print(row)
# --8<-- [end:change-one-input]
