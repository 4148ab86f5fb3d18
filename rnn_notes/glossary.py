"""Markdown 扩展：每页第一次出现的术语链接到术语表，指针停在上面显示定义。

术语、别名与定义都从术语表那一页读，作者在课文里什么也不用写。
一条术语是 `### 中文、别名（英文） { #锚点 }`，下面第一段是定义；定义下面的「首次讲到」由
课文算出：照目录的顺序，第一次写成「中文（英文）」的地方。
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

from rnn_notes.lesson import Page, Project

# 与 pymdownx.snippets 的 base_path 一样，从项目根目录算起。
SOURCE = Path("docs/glossary.md")
ENTRY = re.compile(
    r"^### ([^（({\n]+?)(?:（.*）)? \{ #([\w-]+) \}\n\n(.+)$", re.MULTILINE
)
HEADING = re.compile(r"^#+ (.+?)(?: \{ #([\w-]+) \})?$", re.MULTILINE)
# 标题、代码、公式、已有的链接、折叠块的标题里不加链接。
UNTOUCHED = {"h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "a", "summary"}


class Terms:
    """术语表里的术语：`anchors` 是名字 → 锚点，`definitions` 是锚点 → 定义。"""

    def __init__(self, text: str):
        self.anchors, self.definitions = {}, {}
        for names, anchor, definition in ENTRY.findall(text):
            self.anchors |= dict.fromkeys(names.split("、"), anchor)
            self.definitions[anchor] = definition.replace("`", "")
        # 长的优先，「参数共享」才不会认成「参数」；英文要是一个完整的词。
        names = "|".join(sorted(map(re.escape, self.anchors), key=len, reverse=True))
        self.names = re.compile(rf"(?<![A-Za-z0-9_.])({names})(?![A-Za-z0-9_])")


class Mention(NamedTuple):
    """课文里提到一个术语的一处；`introduces` 是写成「中文（英文）」。"""

    page: Page
    line: int
    introduces: bool

    def link(self, project: Project) -> tuple[str, str]:
        """所在小节的 (名字, 地址)。"""
        above = self.page.text.splitlines()[: self.line]
        heading = [m for line in above if (m := HEADING.fullmatch(line))][-1]
        [title] = [t for t, file in project.contents if file == self.page.path.name]
        name = f"{title}：{heading[1]}" if title else heading[1]
        return name, f"{self.page.path.name}#{heading[2]}"


def mentions(project: Project, terms: Terms) -> Iterator[tuple[str, Mention]]:
    """照目录的顺序，课文里每一处 (锚点, 提到)；标题与开头预告的话不算。"""
    for page in project.course:
        started = False
        for number, line in enumerate(page.prose.splitlines(), 1):
            started = started or line.startswith("## ")
            if line.startswith("#") or not started:
                continue
            for match in terms.names.finditer(line):
                # 代码里的名字不是在说话；没有中文名的术语只能写成这样。
                latin, before = match[0].isascii(), line[: match.start()]
                if latin or before.count("`") % 2 == 0:
                    told = latin or re.match("（[A-Za-z]", line[match.end() :])
                    yield terms.anchors[match[0]], Mention(page, number, bool(told))


class GlossaryTreeprocessor(Treeprocessor):
    def __init__(self):
        # 没有术语表的站点就没有链接。
        text = SOURCE.read_text("utf-8") if SOURCE.exists() else ""
        self.terms = Terms(text)

    def run(self, root: Element) -> None:
        self.unused = dict(self.terms.definitions)
        entries = {e.get("id"): e for e in root if e.get("id") in self.unused}
        # 有全部锚点的就是术语表自己，不用链接。
        if self.unused.keys() <= entries.keys():
            self.say_where(root, entries)
        else:
            self.walk(root)

    def say_where(self, root: Element, entries: dict[str, Element]) -> None:
        project, told = Project(SOURCE.parents[1]), {}
        for anchor, mention in mentions(project, self.terms):
            if mention.introduces and anchor not in told:
                told[anchor] = mention
                where = Element("p")
                where.text = "首次讲到："
                name, href = mention.link(project)
                SubElement(where, "a", {"href": href}).text = name
                root.insert([*root].index(entries[anchor]) + 2, where)

    def walk(self, parent: Element) -> None:
        if parent.tag in UNTOUCHED or parent.get("class") == "arithmatex":
            return
        parent.text, children = self.split(parent.text or "")
        for child in parent:
            self.walk(child)
            child.tail, links = self.split(child.tail or "")
            children += [child, *links]
        parent[:] = children

    def split(self, text: str) -> tuple[str, list[Element]]:
        """分成第一个链接之前的文字和各个链接；链接后面的文字是它的 tail。"""
        head, *rest = self.terms.names.split(text)
        links = []
        for name, after in zip(rest[::2], rest[1::2], strict=True):
            anchor = self.terms.anchors[name]
            if anchor in self.unused:
                href, title = f"{SOURCE.name}#{anchor}", self.unused.pop(anchor)
                link = Element("a", {"class": "term", "href": href, "title": title})
                link.text, link.tail = name, after
                links.append(link)
            elif links:
                links[-1].tail += name + after
            else:
                head += name + after
        return head, links


def makeExtension(**kwargs) -> Extension:
    extension = Extension(**kwargs)
    # 优先级 7：在 attr_list（8）给标题加上锚点之后，MkDocs 解析链接（0）之前。
    extension.extendMarkdown = lambda md: md.treeprocessors.register(
        GlossaryTreeprocessor(), "rnn-notes-glossary", 7
    )
    return extension
