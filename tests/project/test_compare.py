"""比较的规则：文字和整数逐字相同，小数可以差一个末位单位。"""

import pytest
from compare import difference

CASES = r"""
loss=2.0996 ≈ loss=2.0997
loss=2.0996 ≠ loss=2.0998
loss=2.0996 ≠ loss=2.100
x=9.9999 ≈ x=10.0000
[ 0.0000, 1.5000] ≈ [-0.0000, 1.5001]
p=1.00e-05 ≈ p=1.01e-05
p=1.00e-05 ≠ p=1.02e-05
p=9.99e-06 ≈ p=1.00e-05
nan inf -inf ≈ nan inf -inf
0.5 nan ≠ 0.5 inf
0.1 ≠ -0.1
准确率0.5000 ≈ 准确率0.5001
写对 53 / 100 = 0.53 ≠ 写对 53 / 100 = 0.54
猜对 219 天，共 365 天，60.0% ≠ 猜对 219 天，共 365 天，60.1%
epoch 1 ≠ epoch 2
shape=(5, 1, 4) ≠ shape=(5, 1, 3)
tensor([1., 0.]) ≠ tensor([0., 0.])
torch 2.13.0 ≠ torch 2.13.1
ohlol ≠ ohloh
windows\r\nlines\r\n ≈ windows\nlines\n
no newline at the end ≈ no newline at the end\n
one\ntwo ≠ one
one ≠ one\ntwo
 ≠ something
"""


@pytest.mark.parametrize("case", CASES.strip("\n").split("\n"))
def test_numbers_may_differ_by_one_in_the_last_digit(case):
    case = case.replace(r"\r", "\r").replace(r"\n", "\n")
    expected, sign, actual = case.partition(" ≈ " if "≈" in case else " ≠ ")
    assert bool(difference(expected, actual, "记录", "印出")) == (sign == " ≠ ")


def test_lines_within_tolerance_are_not_part_of_the_diff():
    diff = difference("a 0.10\nb 1", "a 0.11\nb 2", "记录", "印出")
    assert diff == "--- 记录\n+++ 印出\n@@ -1,2 +1,2 @@\n a 0.10\n-b 1\n+b 2"
