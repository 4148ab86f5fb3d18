"""说出来的数不许凭空写：要在同一小节的代码或输出里找得到，或在页面头部的 constants 里声明。"""

import re
from collections.abc import Iterator

import pytest
from contract import fail_if, project
from evidence import FORMULA, adds_up, supports, told

from rnn_notes.lesson import SUFFIXES, Page

# 逐字要在程序里出现的：形状、参数个数、报错的原文（至少四个英文词）。
VERBATIM = {
    "形状或向量": re.compile(r"\(\d+(?:, ?\d+)+\)|\(\d+,\)"),
    "个数": re.compile(r"\d+(?= ?个参数)"),
    "报错": re.compile(r"[A-Za-z][\w']*(?:[,:]? [\w'()]+){3,}", re.ASCII),
}
TITLE = re.compile("《[^》]+》")  # 书和论文的题名，不是报错
UNSEEN = re.compile("[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]")


def unsupported(page: Page) -> Iterator[str]:
    declared = page.meta.get("constants", {})  # "0.05": 习惯上的显著性水平
    # 版本由 tests/site/test_text.py 查。
    unused = {c for c in declared if c.count(".") < 2 or c not in page.content}
    for number, written, evidence in told(page):
        if any(supports(value, written) for value in evidence):
            continue
        unused.discard(written)
        if written not in declared:
            yield f"{page.place(number)}：{written}"
    shown = "\n".join(text for kind, text in page.parts() if kind in SUFFIXES)
    for number, line in enumerate(page.prose.splitlines(), 1):
        for kind, pattern in VERBATIM.items():
            for written in {*pattern.findall(TITLE.sub(" ", line))} - declared.keys():
                if written not in shown:
                    yield f"{page.place(number)}：{kind} {written}"
    for constant in sorted(unused):
        place = page.project.find(page.path, constant)
        yield f"{place}：constants 里的 {constant} 没有用到：删掉它"


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_numbers_are_printed_by_programs(page):
    advice = (
        "这一小节和这一段链接到的小节里，没有程序印出下面的数：让程序印出来，链接到印出它的"
        "小节，或在页面头部的 constants 里写上它和理由"
    )
    found = [*unsupported(page)]
    fail_if([advice, *found] if found else [])


def wrong_sums(page: Page) -> Iterator[str]:
    for number, line in enumerate(page.text.splitlines(), 1):
        for formula in FORMULA.findall(line):
            if not adds_up(formula):
                yield f"{page.place(number)}：算式 ${formula}$ 两边不相等"


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_arithmetic_adds_up(page):
    fail_if(wrong_sums(page))


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_nothing_invisible_is_written(page):
    fail_if(
        f"{page.place(number)}：看不见的字符 U+{ord(found[0]):04X}：删掉它"
        for number, line in enumerate(page.text.splitlines(), 1)
        if (found := UNSEEN.search(line))
    )
