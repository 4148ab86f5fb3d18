"""比较记录与实际输出：文字和整数逐字相同，小数可以差一个末位单位。"""

import difflib
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import permutations

# 左右紧挨字母、数字或点的不是小数（例如版本号 2.13.0）。前面的空格算在数里：
# torch 按符号位对齐，-0.0000 与 0.0000 的宽度不同。
DECIMAL = re.compile(
    r"(?<![\w.])\s*[-+]?(?:\d+\.\d+(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)(?![\w.]*\w)",
    re.ASCII,
)
INTEGER = re.compile(r"(?<![\w.])\d+(?![\w.]*\w)", re.ASCII)
NUMBER = re.compile(r"\s*[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


# Matplotlib 用图形数据的散列值做 id，坐标差一点点就全变。
TAG = re.compile(r"<[^>]+>")
HASHED_ID = re.compile(r"\b[mp][0-9a-f]{10}\b")


def close(*printed: str) -> bool:
    """两个印出来的小数至多差一个末位单位，且印出的小数位数相同。

    不同处理器的浮点运算会差最后一位二进制数，落在舍入边界两侧时，末位就差 1。
    """
    if len({len(text.partition(".")[2]) for text in printed}) > 1:
        return False
    expected, actual = map(Decimal, printed)
    last_digit = max(n.as_tuple().exponent for n in (expected, actual))
    return abs(expected - actual) <= Decimal(1).scaleb(last_digit)


def near(expected: str, actual: str) -> bool:
    """两个坐标至多差 0.1：肉眼看不出。"""
    return abs(float(expected) - float(actual)) <= 0.11


def alike(number: re.Pattern, same: Callable, expected: str, actual: str) -> bool:
    """`number` 之外的文字相同，`number` 两两让 `same` 为真。"""
    if number.split(expected) != number.split(actual):
        return False
    return all(map(same, number.findall(expected), number.findall(actual)))


def alike_lines(expected: str, actual: str) -> bool:
    """小数可以差一个末位；同一行里两个整数的比不会有舍入误差，要完全相同。"""
    counts = [int(n) for n in INTEGER.findall(expected)]
    ratios = {
        scale * a / b for a, b in permutations(counts, 2) if b for scale in (1, 100)
    }

    def same(old: str, new: str) -> bool:
        is_ratio = any(
            f"{r:.{len(old.partition('.')[2])}f}" == old.strip() for r in ratios
        )
        return old == new or (close(old, new) and not is_ratio)

    return alike(DECIMAL, same, expected, actual)


def same_drawing(expected: str, actual: str) -> bool:
    """两张 SVG 画的是不是同样的数据：文字完全相同，坐标相近。"""
    if TAG.split(expected) != TAG.split(actual):
        return False
    tags = ("".join(TAG.findall(HASHED_ID.sub("", svg))) for svg in (expected, actual))
    return alike(NUMBER, near, *tags)


def difference(
    expected: str,
    actual: str,
    old_name: str,
    new_name: str,
    exemptions: Sequence = (),
    exact: bool = False,
) -> str:
    """相符时返回空串，否则返回统一格式的差异；除非要 `exact`，在容差之内的行不算差异。

    含有某个 `exemptions` 的行，里面的数不比较。
    """
    # 末尾的空行在页面上看不出来；Windows 的换行与别处等价。
    before, after = expected.rstrip().splitlines(), actual.rstrip().splitlines()
    for i, (old, new) in enumerate(zip(before, after, strict=False)):
        if any(text in old for text in exemptions):
            same = NUMBER.split(old) == NUMBER.split(new)
        else:
            same = old == new if exact else alike_lines(old, new)
        if same:
            after[i] = old
    diff = difflib.unified_diff(before, after, old_name, new_name, n=1, lineterm="")
    return "\n".join(diff)
