"""五言绝句：读数据，去重，切分，词表，写成张量。

数据在 quatrains.txt，一行一首，取自《御定全唐诗》（公有领域），
由 npm 包 chinese-poetry 2.0.1（MIT 许可）整理，
用 OpenCC 转成简体，标点统一成「，。，。」。
"""

import re
from collections import Counter
from pathlib import Path

import torch

path = Path(__file__).with_name("quatrains.txt")
poems = path.read_text("utf-8").split()


# --8<-- [start:split]
def lines_of(poem):
    """一首诗的四句，不带标点。"""
    return re.findall("[^，。]+", poem)


def distinct(poems):
    """有一句在前面出现过的诗不要。"""
    seen, kept = set(), []
    for poem in poems:
        lines = set(lines_of(poem))
        if not lines & seen:
            kept.append(poem)
        seen |= lines
    return kept


kept = distinct(poems)
test = kept[9::10]
valid = kept[4::10]
train = [
    poem
    for i, poem in enumerate(kept)
    if i % 10 not in (4, 9)
]
# --8<-- [end:split]

# --8<-- [start:vocab]
counts = Counter("".join(train))
unknown = "□"
vocab = ["\n", unknown] + sorted(
    char for char in counts if counts[char] >= 3
)
char2idx = {c: i for i, c in enumerate(vocab)}


def encode(poems):
    """诗 → 张量，一行一首，
    首尾各加一个换行；词表里没有的字是 □。"""
    return torch.tensor(
        [
            [
                char2idx.get(char, 1)
                for char in f"\n{poem}\n"
            ]
            for poem in poems
        ]
    )


# --8<-- [end:vocab]
