"""正文里的数，和它们各自的证据：同一小节的代码与输出，加上这一段链接到的小节的。"""

import math
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from html import unescape

from pygments.lexers import PythonLexer
from pygments.token import Comment, String

from rnn_notes.lesson import SUFFIXES, Page, Project

# 左右紧挨字母、数字或点的不是数（例如版本号、h_10）；汉字不是字母。
NUMBER = re.compile(
    r"(?<![\w.])(?<!\w-)-?\d+(?:\.\d+)?(?:e-?\d+)?(?![\w.]*\d)", re.ASCII
)
YEAR = re.compile(r"(?:19|20)\d\d")
DIGITS = dict(zip("一二两三四五六七八九", [1, 2, *range(2, 10)], strict=True))
UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
# 「十个」「一百万组」「十五轮」；「几千」「百分」不是确切的数。
HAN_NUMBER = re.compile(
    f"(?<![几数上成第多])([{''.join(DIGITS)}]?)([{''.join(UNITS)}]+)([{''.join(DIGITS)}]?)"
    "(?=[个次倍组轮步天条种行步])"
)
HEADING = re.compile(r"#{1,6} ")
ANCHOR = re.compile(r"(?:\{ |\| )#([\w-]+)|\\label\{([\w:-]+)\}")
SETTING = re.compile(r"\]\(\?([^)]+)\)")  # 链接里给组件的设置
LINK = re.compile(r"\]\(([\w-]+\.md)?#([\w-]+)\)|\\eqref\{([\w:-]+)\}")
FIGURE = re.compile(r'^--8<-- "(.+\.svg)"$')
# 逐字给出位置的（x 里有几个数）是刻度一样的编号，不是话。
WORDS = re.compile(r'<(?:title|desc|text)\b(?![^>]* x="\S+ )[^>]*>(.*?)</', re.DOTALL)
FORMULA = re.compile(r"\$([^$\n]+)\$")
# 只有数的算式，照 Python 的写法。
TEX = {r"\times": "*", r"\approx": "=", r"\ln": "log ", r"\tanh": "tanh ", r"^": "**"}
ARITHMETIC = re.compile(r"(?:[\d.eE+*/() =-]|log|tanh)+")
# 不是说给读者的：列表的编号、链接的地址、锚点、属性、标签、公式的名字。
MARKUP = re.compile(
    r"^ *\d+\. |(?<=\])\([^)\n]*\)|\{ [.#:][^}\n]*\}|<[^>\n]+>|^/// [\w-]+ \| #[\w-]+$"
    r"|\\(?:label|eqref)\{[^}]*\}|https?://\S+"
)


@dataclass
class Section:
    """一个标题到下一个标题：`told` 是 (行号, 说的话)，`evidence` 是代码与输出里的数。"""

    told: list[tuple[int, str]] = field(default_factory=list)
    evidence: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)


def numbers(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", unescape(text)).replace("−", "-")
    han = (
        DIGITS.get(first, 1) * math.prod(map(UNITS.get, units)) + DIGITS.get(last, 0)
        for first, units, last in HAN_NUMBER.findall(text)
    )
    return [*NUMBER.findall(text), *map(str, han)]


def figure_words(project: Project, name: str) -> tuple[str, str]:
    """图里说的话，与画它的程序和记录；程序画的图只看名字和文字说明，刻度上的数不是话。"""
    drawn = project.snippets / name
    if not drawn.exists():
        drawn = project.docs / "assets" / name
        return " ".join(WORDS.findall(drawn.read_text("utf-8"))), ""
    words = " ".join(
        WORDS.findall(drawn.read_text("utf-8").partition("</desc>")[0] + "</desc>")
    )
    files = (drawn.with_suffix(suffix) for suffix in (".out", ".py"))
    return words, "\n".join(f.read_text("utf-8") for f in files if f.exists())


@cache
def sections(page: Page) -> list[Section]:
    lines, found = page.text.splitlines(), [Section()]
    fences = {fence.line: fence for fence in page.fences}
    number = page.start + 1
    while number <= len(lines):
        line, section = lines[number - 1], found[-1]
        if fence := fences.get(number):
            shown = page.project.expand(lines[fence.line : fence.end - 1])
            if fence.language == "python":
                tokens = [
                    (kind in Comment or kind in String.Doc, text)
                    for kind, text in PythonLexer().get_tokens(shown)
                ]
                section.told += [(number, text) for said, text in tokens if said]
                shown = "".join(text for said, text in tokens if not said)
            if fence.language in SUFFIXES:
                section.evidence |= {*numbers(shown)}
            number = fence.end + 1
            continue
        if HEADING.match(line):
            found.append(section := Section())
        if figure := FIGURE.match(line):
            line, source = figure_words(page.project, figure[1])
            section.evidence |= {*numbers(source)}
        section.anchors |= {a or b for a, b in ANCHOR.findall(line)}
        section.told.append((number, line))
        number += 1
    found[0].told.append((1, page.meta.get("description", "")))
    return found


def evidence(page: Page, section: Section, line: str, written: str) -> set[str]:
    """三位有效数字以上的不会碰巧相同，整页的都算；第一个小节之前说的是整页。"""
    own, near = sections(page), [section]
    significant = re.sub(r"e.*|\D", "", written).lstrip("0")
    if len(significant) > 2 or section in own[:2]:
        near = own
    for name, *anchors in LINK.findall(line):
        linked = (p for p in page.project.pages if p.path.name == name)
        there = sections(next(linked, page))
        near = [*near, *(s for s in there if s.anchors & {*filter(None, anchors)})]
    return set().union(
        numbers(" ".join(SETTING.findall(line))), *(s.evidence for s in near)
    )


def supports(value: str, written: str) -> bool:
    """印出的 `value` 就是写出的 `written`，或四舍五入到它的位数；只有一位小数时不舍入。"""
    shown, said = Decimal(value), Decimal(written)
    places = -said.as_tuple().exponent
    if places < 2:
        return shown == said and (places < 1 or "." in value)
    return 2 * abs(shown - said) <= Decimal(1).scaleb(-places)


def told(page: Page) -> Iterator[tuple[int, str, set[str]]]:
    """要有证据的数：(行号, 写法, 证据)。十以下的整数和年份不用。"""
    for section in sections(page):
        for number, line in section.told:
            for written in numbers(MARKUP.sub(" ", line)):
                small = re.fullmatch(r"-?\d", written) or YEAR.fullmatch(written)
                if not small:
                    yield number, written, evidence(page, section, line, written)


def adds_up(formula: str) -> bool:
    """只有数的等式，左右相等；照右边写出的位数算。别的公式不管。"""
    for old, new in TEX.items():
        formula = formula.replace(old, new)
    sides = [side.strip() for side in formula.split("=")]
    if len(sides) < 2 or "" in sides or not ARITHMETIC.fullmatch(formula):
        return True
    calls = [re.sub(r"(log|tanh) +([\d.]+)", r"\1(\2)", side) for side in sides]
    calls = [re.sub(r"(?<=[\d)]) *(?=log|tanh|\()", "*", call) for call in calls]
    places = len(sides[-1].partition(".")[2])
    return len({round(eval(call, vars(math).copy()), places) for call in calls}) == 1
