"""不去重就切分，测试集里有多少首训练时见过。"""

# --8<-- [start:leak]
from corpus import kept, lines_of, poems


def seen(poems):
    """测试集里，有一句在训练集里的诗有几首。"""
    known = {
        line
        for i, poem in enumerate(poems)
        if i % 10 not in (4, 9)
        for line in lines_of(poem)
    }
    test = poems[9::10]
    found = [
        poem
        for poem in test
        if known.intersection(lines_of(poem))
    ]
    print(f"{len(test)} 首里有 {len(found)} 首")


seen(poems)
seen(kept)
# --8<-- [end:leak]
