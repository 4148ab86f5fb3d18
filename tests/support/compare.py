"""比较记录与实际输出：文字和整数逐字相同，小数可以差一个末位单位。

一个末位单位，是因为不同处理器的浮点运算会差最后一位二进制数，恰好落在舍入边界
两侧时，印出的末位就差 1（主程序第 14 轮离边界只有 5e-7）。再大的差别都算变化。
"""

import difflib
import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

# 左右紧挨字母、数字或点的不是小数（例如版本号 2.13.0）。前面的空格算在数里：
# torch 按符号位对齐，-0.0000 与 0.0000 的宽度不同。
DECIMAL = re.compile(
    r"(?<![\w.])\s*[-+]?(?:\d+\.\d+(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)(?![\w.]*\w)"
)

NUMBER = re.compile(r"\s*[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


def last_digit_unit(number: Decimal) -> Decimal:
    return Decimal(1).scaleb(number.as_tuple().exponent)


def close(expected: str, actual: str) -> bool:
    """两个印出来的小数至多差一个末位单位，且印出的小数位数相同。"""
    expected, actual = expected.strip(), actual.strip()
    if len(expected.partition(".")[2]) != len(actual.partition(".")[2]):
        return False
    expected, actual = Decimal(expected), Decimal(actual)
    unit = max(last_digit_unit(expected), last_digit_unit(actual))
    return abs(expected - actual) <= unit


# Matplotlib 用图形数据的散列值做 id，坐标差一点点就全变。
HASHED_ID = re.compile(r"\b[mp][0-9a-f]{10}\b")


def same_drawing(expected: str, actual: str) -> bool:
    """两张 SVG 画的是不是同样的数据：文字相同，坐标至多差 0.1（肉眼看不出）。"""
    expected, actual = HASHED_ID.sub("", expected), HASHED_ID.sub("", actual)
    if NUMBER.split(expected) != NUMBER.split(actual):
        return False
    pairs = zip(NUMBER.findall(expected), NUMBER.findall(actual), strict=True)
    return all(abs(float(before) - float(after)) <= 0.11 for before, after in pairs)


def same_line(expected: str, actual: str, exemptions: Sequence[str] = ()) -> bool:
    if expected == actual:
        return True
    if any(text in expected for text in exemptions):
        return NUMBER.split(expected) == NUMBER.split(actual)
    if DECIMAL.split(expected) != DECIMAL.split(actual):
        return False
    pairs = zip(DECIMAL.findall(expected), DECIMAL.findall(actual), strict=True)
    return all(close(*pair) for pair in pairs)


def difference(
    expected: str,
    actual: str,
    expected_name: str,
    actual_name: str,
    exemptions: Sequence[str] = (),
) -> str:
    """相符时返回空串，否则返回统一格式的差异；在容差之内的行不算差异。

    含有某个 `exemptions` 的行，里面的数不比较。
    """
    # 末尾的空行在页面上看不出来；Windows 的换行与别处等价。
    before, after = expected.rstrip().splitlines(), actual.rstrip().splitlines()
    pairs = zip_longest(before, after, fillvalue="\0")
    same = [same_line(b, a, exemptions) for b, a in pairs]
    if all(same):
        return ""
    after = [b if ok else a for b, a, ok in zip(before, after, same, strict=False)] + (
        after[len(before) :]
    )
    diff = difflib.unified_diff(
        before, after, expected_name, actual_name, n=1, lineterm=""
    )
    return "\n".join(diff)
