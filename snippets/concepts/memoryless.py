"""穷举「只看当前字符」的全部函数，数它们最多能写对 hello → ohlol 的几个。"""

# --8<-- [start:count-correct]
from itertools import product

source = "hello"
target = "ohlol"
vocab = sorted(set(source))

written = []
for outputs in product(vocab, repeat=len(vocab)):
    answer = dict(zip(vocab, outputs, strict=True))
    written.append(
        "".join(answer[char] for char in source)
    )


def count_correct(word):
    """word 与 target 有几个字符相同。"""
    return sum(
        a == b
        for a, b in zip(word, target, strict=True)
    )


best = max(count_correct(word) for word in written)
print(f"函数: {len(written)} 个")
print(f"最多写对: {best}/{len(target)}")
for word in written:
    if count_correct(word) == best:
        print(
            f"写对 {best} 个的: {source} -> {word}"
        )
# --8<-- [end:count-correct]
