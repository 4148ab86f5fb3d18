"""同样的种子上比两个办法：差多少才算差别。"""

from math import comb


def p_value(only_a: int, only_b: int) -> float:
    """McNemar 的精确检验，双侧：
    两个办法若不分高下，差得这样多或更多的概率。

    `only_a` 是只有 A 做对的个数，
    `only_b` 是只有 B 做对的个数；
    两个都对、都错的不算。
    公式：McNemar, Psychometrika 12 (1947) 153；
    精确的 p 值由二项分布求和得到。
    """
    n, larger = only_a + only_b, max(only_a, only_b)
    ways = 0
    for k in range(larger, n + 1):
        ways += comb(n, k)
    return min(1.0, 2 * ways / 2**n)


def compare(
    right_a: list[bool], right_b: list[bool]
) -> str:
    """两列对错 →
    「只有前者 24，只有后者 5，p = 0.0005」；
    两列一样长，逐项对应。"""
    pairs = list(zip(right_a, right_b, strict=True))
    only_a = sum(a and not b for a, b in pairs)
    only_b = sum(b and not a for a, b in pairs)
    p = p_value(only_a, only_b)
    counts = f"只有前者 {only_a}，只有后者 {only_b}"
    if p < 0.0001:
        return f"{counts}，p < 0.0001"
    return f"{counts}，p = {p:.4f}"
