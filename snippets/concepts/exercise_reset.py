"""练习：每一步都把隐藏状态清零，再看改一个输入会影响哪几步。"""

# --8<-- [start:reset]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
vocab = "ehlo"
one_hot = torch.eye(4)


def unroll_with_reset(word):
    """逐字读 word，每步都从全零开始，
    返回形状 (seq_len, 4)。"""
    return torch.stack(
        [
            cell(
                one_hot[vocab.index(char)],
                torch.zeros(4),
            )
            for char in word
        ]
    )


original = unroll_with_reset("hell")
print("               h_1     h_2     h_3     h_4")
for position in range(4):
    word = "hell"[:position] + "o"
    word += "hell"[position + 1 :]
    changes = unroll_with_reset(word) - original
    changes = changes.abs().amax(dim=1)
    texts = [
        f"{c:.4f}" if c else "0"
        for c in changes.tolist()
    ]
    row = " ".join(f"{text:>7}" for text in texts)
    print(f"x_{position + 1}: {word}  {row}")
# --8<-- [end:reset]
