"""让训练好的网络一个字一个字地写。"""

import re

import torch

from corpus import char2idx, vocab

FORM = re.compile("([^，。]{5}，[^，。]{5}。){2}")


# --8<-- [start:write]
def write(
    model, count, temperature, given=None, seed=0
):
    """写 count 首，返回文字的列表。
    given 是字典：第几个字（从 0 数）→ 指定的字。"""
    torch.manual_seed(seed)
    given = given or {}
    indices = torch.zeros(count, 1, dtype=torch.long)
    state, columns = None, []
    with torch.no_grad():
        for t in range(28):
            logits, state = model(indices, state)
            logits = logits[:, -1]
            logits[:, 1] = -torch.inf  # 不写 □
            if t in given:
                index = char2idx[given[t]]
                indices = torch.full(
                    (count, 1), index
                )
            elif temperature == 0:
                indices = logits.argmax(1, True)
            else:
                p = (logits / temperature).softmax(1)
                indices = torch.multinomial(p, 1)
            columns.append(indices)
    rows = torch.cat(columns, 1).tolist()
    texts = [
        "".join(vocab[i] for i in row)
        for row in rows
    ]
    return [
        text.partition("\n")[0] for text in texts
    ]


# --8<-- [end:write]


def keeps_form(poem):
    return bool(FORM.fullmatch(poem))
