"""术语表收全课文里的术语，每条一句话定义。"""

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


def test_entries_are_read():
    fail_if(
        f"{project.find(GLOSSARY, entry.splitlines()[0])}：写成「### 中文（英文） {{ #锚点 }}」，"
        "空一行，再写一句话定义"
        for entry in ENTRIES
        if not ENTRY.fullmatch(entry.strip())
    )


def test_every_term_introduced_with_its_english_name_has_an_entry():
    fail_if(
        f"{project.find(page.path, english)}：术语 {english} 不在 docs/glossary.md 里"
        for page in project.pages
        if page.path != GLOSSARY
        for english in INTRODUCED.findall(page.prose)
        if english not in TEXT and english not in NOT_TERMS
    )
