"""倒写数字串的题：造数据，短的补齐，目标移一位。"""

# --8<-- [start:task]
import torch
from torch.nn.utils.rnn import pad_sequence

END, PAD = 10, 11  # 0 到 9 是数字本身


def make(lengths, generator, backwards=True):
    """每条一个长度：数字串，和它倒过来加上 END；
    短的后面用 PAD 补齐。"""
    sources, targets = [], []
    for length in lengths:
        digits = torch.randint(
            10, (length,), generator=generator
        )
        answer = (
            digits.flip(0) if backwards else digits
        )
        end = torch.tensor([END])
        sources.append(digits)
        targets.append(torch.cat([answer, end]))
    return (
        pad_sequence(sources, True, PAD),
        pad_sequence(targets, True, PAD),
    )


# --8<-- [end:task]


# --8<-- [start:shift]
def shift(targets):
    """解码器的输入：END，再是目标去掉最后一个。"""
    start = torch.full_like(targets[:, :1], END)
    return torch.cat([start, targets[:, :-1]], dim=1)


# --8<-- [end:shift]


# --8<-- [start:text]
def text(symbols):
    """索引 → 文字：END 是句号，PAD 是下划线。"""
    return "".join(
        "0123456789。_"[s] for s in symbols
    )


# --8<-- [end:text]
