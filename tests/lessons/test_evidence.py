"""正文里的数不许凭空写：要在本页的代码或输出里找得到，或在页面头部的 constants 里声明。"""

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from contract import fail_if, project, prose

from rnn_notes.lesson import SUFFIXES, Page

DECIMAL = re.compile(r"(?<![\w.])\d+\.\d+(?:e-?\d+)?(?![\w.]*\d)")
# 逐字要在程序里出现的：形状、参数个数、报错的原文（至少四个英文词）。
VERBATIM = {
    "形状": re.compile(r"\(\d+(?:, ?\d+)+\)|\(\d+,\)"),
    "个数": re.compile(r"\d+(?= ?个参数)"),
    "报错": re.compile(r"[A-Za-z][\w']*(?:[,:]? [\w'()]+){3,}", re.ASCII),
}


def rounds_to(value: str, written: str) -> bool:
    """印出的 `value` 四舍五入到正文的位数后就是 `written`。"""
    difference = abs(Decimal(value) - Decimal(written))
    return 2 * difference <= Decimal(1).scaleb(Decimal(written).as_tuple().exponent)


def unsupported(page: Page) -> Iterator[str]:
    # 本页展示的代码与输出：在这里出现的，读者看得到来历。
    shown = "\n".join(text for kind, text in page.parts() if kind in SUFFIXES)
    declared = page.meta.get("constants", {})  # "0.05": 习惯上的显著性水平
    values = {*re.findall(r"\d+\.\d+(?:e-?\d+)?|\d+", shown)}
    for number, line in enumerate(prose(page).splitlines(), 1):
        for written in {*DECIMAL.findall(line)} - declared.keys():
            if not any(rounds_to(value, written) for value in values):
                yield f"{page.place(number)}：小数 {written}"
        for kind, pattern in VERBATIM.items():
            for written in {*pattern.findall(line)} - declared.keys():
                if written not in shown:
                    yield f"{page.place(number)}：{kind} {written}"


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_numbers_in_the_prose_are_printed_by_programs(page):
    advice = "本页没有程序印出它们：让程序印出来，或在页面头部的 constants 里说明理由"
    found = [*unsupported(page)]
    fail_if([advice, *found] if found else [])
