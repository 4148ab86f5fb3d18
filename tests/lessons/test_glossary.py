"""术语表收全课文里的术语，链接到讲它的小节。"""

import re

from contract import fail_if, project

from rnn_notes.glossary import ENTRY

GLOSSARY = project.docs / "glossary.md"
TEXT = GLOSSARY.read_text("utf-8") if GLOSSARY.exists() else ""
# 每条术语的全文，从标题到下一个标题。
ENTRIES = re.findall(r"^### .*?(?=^##|\Z)", TEXT, re.DOTALL | re.MULTILINE)
# 课文里介绍术语的写法：汉字后面的括号里以两个以上的小写字母开头的英文。
INTRODUCED = re.compile(r"[\u4e00-\u9fff]（([A-Za-z]?[a-z][a-z -]+)[，）]")
# 图注与代码参数的英文名，不是术语。
NOT_TERMS = {"input", "hidden"}


def section(page: str, anchor: str | None) -> str:
    """课文里一个小节的 Markdown，到下一个标题为止；没有锚点时是第一个标题之前。"""
    text = (project.docs / page).read_text("utf-8")
    start = text.index(f"{{ #{anchor} }}") if anchor else text.index("\n# ")
    heading = text[:start].rpartition("\n")[2]
    return heading + re.split(r"\n##", text[start:], maxsplit=1)[0]


def problem(entry: str) -> str:
    """一条术语写得不对的地方；没有就是空串。"""
    if not ENTRY.search(entry):
        return "写成「### 中文（英文） { #锚点 }」，空一行，再写一句话定义"
    link = re.search(r"\]\(([\w-]+)\.md(?:#([\w-]+))?\)$", entry.strip())
    if not link or link[1] not in {page.path.stem for page in project.lessons}:
        return "末尾要链接到课文里第一次讲它的小节"
    names = re.split("[、（）]", entry.removeprefix("### ").partition(" {")[0])
    told = section(f"{link[1]}.md", link[2])
    if not any(name and name in told for name in names):
        return f"{link[1]}.md#{link[2]} 里没有提到这个术语"
    return ""


def test_entries_are_read_and_link_to_a_section_that_speaks_of_them():
    fail_if(
        f"{project.find(GLOSSARY, entry.splitlines()[0])}：{found}"
        for entry in ENTRIES
        if (found := problem(entry))
    )


def test_every_term_introduced_with_its_english_name_has_an_entry():
    fail_if(
        f"{project.find(page.path, english)}：术语 {english} 不在 docs/glossary.md 里"
        for page in project.pages
        if page.path != GLOSSARY
        for english in INTRODUCED.findall(page.prose)
        if english not in TEXT and english not in NOT_TERMS
    )
