"""链接说的就是它去的地方；图与图注、目录与页面各用一个名字。"""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from contract import fail_if, project
from evidence import YEAR

from rnn_notes.glossary import HEADING
from rnn_notes.lesson import Page

TEXT_LINK = re.compile(r"(?:([上下]一课)：?)?\[([^\]\n]+)\]\(([^)\s]+)\)")
CITED = re.compile(r"\[([^\]\n]+)\]\((https?://[^)\s]+)\)")
FIGURE = re.compile(
    r'^--8<-- "\S+/(\w+)\.svg"$(?:(?!\.svg).)*?^/// figure-caption \| #fig-([\w-]+)$',
    re.MULTILINE | re.DOTALL,
)


# 名字 → 它在哪里：页面，或页面里的小节。
NAMED: dict[str, set[str]] = defaultdict(set)
for title, file in project.contents:
    NAMED[title].add(file)
for page in project.pages:
    for heading, anchor in HEADING.findall(page.content):
        NAMED[heading].add(f"{page.path.name}#{anchor}" if anchor else page.path.name)
ORDER = [page.path.name for page in project.course]
for number, file in enumerate(ORDER, 1):
    NAMED[f"第 {number} 课"] = {file}


def places(page: Page, text: str) -> set[str] | None:
    """名字叫 `text` 的在哪里；不是名字就是 None。"""
    if text in ("上一课", "下一课"):
        at = ORDER.index(page.path.name) + (1 if text == "下一课" else -1)
        return {*ORDER[max(at, 0) : at + 1]}
    if quoted := re.fullmatch("「(.+)」", text):
        return {p for name, found in NAMED.items() if quoted[1] in name for p in found}
    is_number = re.fullmatch(r"第 \d+ 课", text)
    return NAMED.get(re.sub("一[课节页]$", "", text), set() if is_number else None)


def wrong_references(page: Page) -> Iterator[str]:
    for number, line in enumerate(page.text.splitlines(), 1):
        for relative, text, target in TEXT_LINK.findall(line):
            full = page.path.name + target if target.startswith("#") else target
            for name in filter(None, (relative, text)):
                found = places(page, name)
                if found is not None and not found & {full, full.partition("#")[0]}:
                    where = "、".join(sorted(found)) or "哪里也没有"
                    yield f"{page.place(number)}：「{name.strip('「」')}」在 {where}，链接却去 {target}"
    for figure, anchor in FIGURE.findall(page.text):
        if not {*anchor.split("-")} <= {*figure.split("_")}:
            place = project.find(page.path, f"| #fig-{anchor}")
            yield f"{place}：图是 {figure}.svg，图注却是 #fig-{anchor}：两处用一个名字"
    for title, file in project.contents:
        heading = HEADING.search(page.content)
        if file == page.path.name != "index.md" and title not in heading[1]:
            yield (
                f"{project.find(project.root / 'mkdocs.yml', file)}：目录里叫「{title}」，"
                f"页面的标题却是「{heading[1]}」：标题里要有目录里的名字"
            )


def test_a_paper_has_one_year():
    """同一个网址，各页写的年份相同。"""
    years: dict[str, set[str]] = defaultdict(set)
    for page in project.pages:
        for text, url in CITED.findall(page.text):
            years[url] |= {*YEAR.findall(text)}
    fail_if(
        f"{project.find(page.path, url)}：{url} 的年份，别处写的是另一个：{sorted(found)}"
        for url, found in years.items()
        if len(found) > 1
        for page in project.pages
        if url in page.text
    )


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_references_lead_where_they_say(page):
    fail_if(wrong_references(page))
