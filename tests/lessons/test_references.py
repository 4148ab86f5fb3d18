"""正文里提到的图、表、课、小节都有链接，链接说的就是它去的地方。"""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from contract import fail_if, project, prose
from mkdocs.utils import yaml_load

from rnn_notes.lesson import Page

NAV = yaml_load((project.root / "mkdocs.yml").read_text("utf-8"))["nav"]
HEADING = re.compile(r"^#+ (.+?)(?: \{ #([\w-]+) \})?$", re.MULTILINE)
TEXT_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
# 没有链接的「图 2」「第 3 课」；行内的链接先去掉。
UNLINKED = re.compile(
    r"(?<![\w[])(?:图|表) \d+(?! ?[年月日])|第 ?\d+ ?课|公式 ?[（(]\d+[）)]"
)
LOCAL = re.compile(
    r"\b(?:localhost|127\.\d|0\.0\.0\.0|192\.168\.|10\.\d+\.\d+\.)|\[::1\]|\bfile:"
)
FIGURE = re.compile(
    r'^--8<-- ".+/([\w-]+)\.svg"$\n</div>\n\n/// figure-caption \| #fig-([\w-]+)$',
    re.MULTILINE,
)


def titles(entries: list) -> Iterator[tuple[str, str]]:
    """目录里的 (名字, 文件)。"""
    for entry in entries:
        for name, value in entry.items() if isinstance(entry, dict) else ():
            yield from [(name, value)] if isinstance(value, str) else titles(value)


# 名字 → 它在哪里：页面，或页面里的小节。
NAMED: dict[str, set[str]] = defaultdict(set)
for title, file in titles(NAV):
    NAMED[title].add(file)
for page in project.pages:
    for heading, anchor in HEADING.findall(page.content):
        NAMED[heading].add(f"{page.path.name}#{anchor}" if anchor else page.path.name)


def wrong_references(page: Page) -> Iterator[str]:
    for number, line in enumerate(page.text.splitlines(), 1):
        for text, target in TEXT_LINK.findall(line):
            if LOCAL.search(target):
                yield f"{page.place(number)}：{target} 只在这台机器上：链接到别的页用「页面.md#锚点」"
            full = page.path.name + target if target.startswith("#") else target
            places = NAMED.get(text.strip("「」"), {full})
            if full not in places and full.partition("#")[0] not in places:
                yield f"{page.place(number)}：「{text}」在 {'、'.join(sorted(places))}，链接却去 {target}"
    for number, line in enumerate(prose(page).splitlines(), 1):
        if found := UNLINKED.search(re.sub(r"\[[^\]]*\]", "", line)):
            yield f"{page.place(number)}：「{found[0]}」没有链接：编号会变，写成 [{found[0]}](#锚点)"
    for figure, anchor in FIGURE.findall(page.text):
        if anchor not in figure.replace("_", "-"):
            place = project.find(page.path, f"#fig-{anchor}")
            yield f"{place}：图是 {figure}.svg，图注却是 #fig-{anchor}：两处用一个名字"


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_references_lead_where_they_say(page):
    fail_if(wrong_references(page))
