"""写法是完整的：块有开有合，表格的格子一个不少，两种 Markdown 读出的粗体一样。"""

import re
from collections.abc import Iterator

import pytest
from contract import fail_if, project
from markdown import markdown
from markdown_it import MarkdownIt

from rnn_notes.lesson import Page

BLOCK = re.compile(r"/// ?(?:([\w-]+)(?: \|.*)?)?")
BLOCKS = {"details", "evidence", "admonition", "note", "tip", "warning", "tab"}
BLOCKS |= {"figure-caption", "table-caption"}
CELL = re.compile(r"(?<!\\)\|")
FORMULA = re.compile(r"`[^`]*`|\$[^$]*\$")
BOLD = re.compile("<(strong|em)>(.*?)</", re.DOTALL)


def lines_of(page: Page) -> Iterator[tuple[int, str]]:
    inside = {n for f in page.fences for n in range(f.line, f.end + 1)}
    for number, line in enumerate(page.text.splitlines(), 1):
        if number not in inside:
            yield number, line


def broken_blocks(page: Page) -> Iterator[str]:
    opened: list[int] = []
    for number, line in lines_of(page):
        if line.lstrip().startswith("///"):
            match = BLOCK.fullmatch(line)
            if not match or (match[1] and match[1] not in BLOCKS):
                yield f"{page.place(number)}：没有「{line}」这样的块：块的名字是 {'、'.join(sorted(BLOCKS))}"
            elif match[1]:
                opened.append(number)
            elif opened:
                opened.pop()
            else:
                yield f"{page.place(number)}：这个 /// 没有要结束的块：删掉它"
        elif opened and re.match("#{1,6} ", line):
            yield f"{page.place(number)}：标题在块里，会被折叠起来：先用 /// 结束第 {opened[-1]} 行的块"
    for number in opened:
        yield f"{page.place(number)}：这个块没有结束：在它后面单独写一行 ///"


def broken_tables(page: Page) -> Iterator[str]:
    columns = 0
    for number, line in lines_of(page):
        if not line.startswith("|"):
            columns = 0
            continue
        columns = columns or len(CELL.findall(line))
        if len(CELL.findall(line)) != columns or any(
            "|" in f.replace(r"\|", "") for f in FORMULA.findall(line)
        ):
            yield f"{page.place(number)}：这一行的格子与表头的不一样多：公式里的竖线写成 \\vert"


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_blocks_and_tables_are_whole(page):
    fail_if([*broken_blocks(page), *broken_tables(page)])


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_both_markdowns_read_the_same_emphasis(page):
    """网站用 Python-Markdown，Jupyter 用 CommonMark：粗体挨着全角标点，后者会不认。"""
    commonmark = MarkdownIt("commonmark")
    fail_if(
        f"{page.place(number)}：Jupyter 里的粗体与网站上的不同：粗体的记号与标点之间换个位置"
        for number, line in lines_of(page)
        if "*" in (plain := re.sub(r"\$[^$]*\$", "", line))
        and BOLD.findall(commonmark.render(plain)) != BOLD.findall(markdown(plain))
    )
