"""每个字的韵（中华新韵的十四韵），押不押韵。

rhymes.txt 一行一韵，由 pypinyin 的韵母归类得到，
多音字只取一个读音。
"""

from pathlib import Path

import torch

from corpus import vocab

path = Path(__file__).with_name("rhymes.txt")
groups = path.read_text("utf-8").splitlines()
rhyme_of = {
    char: group.split()[0]
    for group in groups
    for char in group.split()[1]
}
names = [group.split()[0] for group in groups]
# 词表里的每个字：韵的编号，从 1 起；没有的是 0
rhyme_table = torch.tensor(
    [
        names.index(rhyme_of[char]) + 1
        if char in rhyme_of
        else 0
        for char in vocab
    ]
)


# --8<-- [start:rhymes]
def rhymes(a, b):
    """两个字不同，韵相同。"""
    same = rhyme_of.get(a) == rhyme_of.get(b, "")
    return same and a != b


# --8<-- [end:rhymes]
