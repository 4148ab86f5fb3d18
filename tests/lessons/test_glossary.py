"""术语表收全课文里的术语，链接到讲它的小节；课文在第一次用到时链接回来。"""

import re

from bs4 import BeautifulSoup
from contract import fail_if, project, prose

from rnn_notes.glossary import ENTRY, UNTOUCHED

GLOSSARY = project.docs / "glossary.md"
# 有程序的页面，首页除外。
LESSONS = [
    page.path.stem
    for page in project.pages
    if (project.snippets / page.path.stem).is_dir() and page.path.stem != "index"
]
# 课文里介绍术语的写法：汉字后面的括号里以两个以上的小写字母开头的英文。
INTRODUCED = re.compile(r"[\u4e00-\u9fff]（([A-Za-z]?[a-z][a-z -]+)[，）]")
# 图注与代码参数的英文名，不是术语。
NOT_TERMS = {"input", "hidden"}


def entries() -> list[tuple[str, str, str]]:
    """每条读得出来的术语：(标题行, 全文, 锚点)。"""
    parts = re.split(r"^(?=##)", GLOSSARY.read_text("utf-8"), flags=re.MULTILINE)
    found = [(part.splitlines()[0], part) for part in parts if part.startswith("### ")]
    return [
        (title, part, match[2])
        for title, part in found
        if (match := ENTRY.search(part))
    ]


def section(page: str, anchor: str) -> str:
    """课文里一个小节的 Markdown，到下一个标题为止；没有锚点时是第一个标题之前。"""
    text = (project.docs / page).read_text("utf-8")
    start = text.index(f"{{ #{anchor} }}") if anchor else text.index("\n# ")
    before, after = text[:start], re.split(r"\n##", text[start:], maxsplit=1)[0]
    return before.rpartition("\n")[2] + after


def test_every_entry_is_read_by_the_extension():
    titles = [
        line
        for line in GLOSSARY.read_text("utf-8").splitlines()
        if line.startswith("### ")
    ]
    read = {title for title, _, _ in entries()}
    fail_if(
        f"{project.find(GLOSSARY, title)}：写成「### 中文（英文） {{ #锚点 }}」，"
        "空一行，再写一句话定义"
        for title in titles
        if title not in read
    )


def test_entries_link_to_a_section_that_speaks_of_them():
    problems = []
    for title, text, _ in entries():
        place = project.find(GLOSSARY, title)
        link = re.search(r"\]\(([\w-]+)\.md(?:#([\w-]+))?\)$", text.strip())
        if not link or link[1] not in LESSONS:
            problems.append(f"{place}：末尾要链接到课文里第一次讲它的小节")
            continue
        names = re.split("[、（）]", title.removeprefix("### ").partition(" {")[0])
        told = section(f"{link[1]}.md", link[2])
        if not any(name and name in told for name in names):
            problems.append(f"{place}：{link[1]}.md#{link[2]} 里没有提到这个术语")
    fail_if(problems)


def test_every_term_introduced_with_its_english_name_has_an_entry():
    known = GLOSSARY.read_text("utf-8")
    fail_if(
        f"{project.find(page.path, english)}：术语 {english} 不在 docs/glossary.md 里"
        for page in project.pages
        if page.path != GLOSSARY
        for english in INTRODUCED.findall(prose(page))
        if english not in known and english not in NOT_TERMS
    )


def test_first_use_of_a_term_links_to_the_glossary(site):
    def read(page: str) -> BeautifulSoup:
        return BeautifulSoup(
            (site / page / "index.html").read_text("utf-8"), "html.parser"
        )

    glossary, linked = read("glossary"), set()
    for lesson in LESSONS:
        links = read(lesson).select("article a.term")
        anchors = [link["href"].removeprefix("../glossary/#") for link in links]
        assert len(anchors) == len(set(anchors)), f"{lesson}：只链接第一次出现的"
        for link, anchor in zip(links, anchors, strict=True):
            assert not link.find_parent(UNTOUCHED), f"{link} 在标题、代码或链接里"
            definition = glossary.find(id=anchor).find_next("p").get_text()
            assert link["title"] == definition
        linked.update(anchors)
    # 有的术语只在标题里用到，标题里不加链接。
    assert len(linked) >= 0.9 * len(entries())
