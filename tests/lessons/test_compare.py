"""比较的规则：文字和整数逐字相同，小数可以差一个末位单位。"""

import pytest
from compare import difference


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ("loss=2.0996", "loss=2.0997"),
        ("x=9.9999", "x=10.0000"),
        ("[ 0.0000, 1.5000]", "[-0.0000, 1.5001]"),
        ("p=1.00e-05", "p=1.01e-05"),
        ("p=9.99e-06", "p=1.00e-05"),
        ("windows\r\nlines\r\n", "windows\nlines\n"),
        ("no newline at the end", "no newline at the end\n"),
        ("nan inf -inf", "nan inf -inf"),
    ],
)
def test_these_match(expected, actual):
    assert difference(expected, actual, "记录", "印出") == ""


@pytest.mark.parametrize(
    ("expected", "actual"),
    [
        ("loss=2.0996", "loss=2.0998"),
        ("loss=2.0996", "loss=2.100"),
        ("epoch 1", "epoch 2"),
        ("shape=(5, 1, 4)", "shape=(5, 1, 3)"),
        ("tensor([1., 0.])", "tensor([0., 0.])"),
        ("torch 2.13.0", "torch 2.13.1"),
        ("p=1.00e-05", "p=1.02e-05"),
        ("0.5 nan", "0.5 inf"),
        ("0.1", "-0.1"),
        ("ohlol", "ohloh"),
        ("one\ntwo", "one"),
        ("one", "one\ntwo"),
        ("", "something"),
    ],
)
def test_these_differ(expected, actual):
    assert difference(expected, actual, "记录", "印出")


def test_lines_within_tolerance_are_not_part_of_the_diff():
    diff = difference("a 0.10\nb 1", "a 0.11\nb 2", "记录", "印出")
    assert diff.splitlines() == [
        "--- 记录",
        "+++ 印出",
        "@@ -1,2 +1,2 @@",
        " a 0.10",
        "-b 1",
        "+b 2",
    ]
