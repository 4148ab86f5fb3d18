"""写法是完整的：块有开有合，表格的格子一个不少。"""

import re
from collections.abc import Iterator

import pytest
from contract import fail_if, project

from rnn_notes.lesson import Page

BLOCK = re.compile(r"/// ?(?:([\w-]+)(?: \| ?\S.*)?)?")
BLOCKS = ("details", "evidence", "admonition", "figure-caption", "table-caption")
CELL = re.compile(r"(?<!\\)\|")
TABLE = (
    "这一行的格子与表头的不一样多：每一行以竖线开头、结尾；公式里的竖线写成 \\vert，"
    "代码里有竖线的不放进表格"
)
LITERAL = re.compile(r"`[^`]*`|\$[^$]*\$")


def lines_of(page: Page) -> Iterator[tuple[int, str]]:
    inside = {n for f in page.fences for n in range(f.line, f.end + 1)}
    for number, line in enumerate(page.text.splitlines(), 1):
        if number not in inside:
            yield number, line


def broken_blocks(page: Page) -> Iterator[tuple[int, str]]:
    opened: list[int] = []
    for number, line in lines_of(page):
        if not line.lstrip().startswith("///"):
            continue
        match = BLOCK.fullmatch(line)
        if not match or match[1] not in {None, *BLOCKS}:
            yield number, f"没有「{line}」这样的块：块的名字是 {'、'.join(BLOCKS)}"
        elif match[1]:
            opened.append(number)
        elif opened:
            opened.pop()
        else:
            yield number, "这个 /// 没有要结束的块：删掉它"
    for number in opened:
        yield number, "这个块没有结束：在它后面单独写一行 ///"


def broken_tables(page: Page) -> Iterator[tuple[int, str]]:
    columns = 0
    for number, line in lines_of(page):
        cells = len(CELL.findall(line))
        if line.startswith("///") or "|" not in LITERAL.sub("", line):
            columns = 0
            continue
        columns = columns or cells
        whole = line.startswith("|") and line.endswith("|") and cells == columns
        if not whole or any(map(CELL.search, LITERAL.findall(line))):
            yield number, TABLE


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_blocks_and_tables_are_whole(page):
    problems = [*broken_blocks(page), *broken_tables(page)]
    fail_if(f"{page.place(number)}：{message}" for number, message in problems)


def test_marked_sections_are_taken():
    """课文里划出的小节（`<!-- --8<-- [start:名字] -->`）成对，有一页取用它。"""
    text = "\n".join(page.text for page in project.pages)
    fail_if(
        f"{page.place(line)}：没有页面取用小节「{name}」：取用它，或者删掉它的标记"
        for page in project.pages
        for name, (line, _) in project.sections(page.path).items()
        if f'--8<-- "{page.path.name}:{name}"' not in text
    )
