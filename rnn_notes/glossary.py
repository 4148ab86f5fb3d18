"""Markdown 扩展：每页第一次出现的术语链接到术语表，指针停在上面显示定义。

术语、别名与定义都从术语表那一页读，作者在课文里什么也不用写。
一条术语是 `### 中文、别名（英文） { #锚点 }`，下面第一段是定义。
"""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Extension
from markdown.treeprocessors import Treeprocessor

# 与 pymdownx.snippets 的 base_path 一样，从项目根目录算起。
SOURCE = Path("docs/glossary.md")
ENTRY = re.compile(
    r"^### ([^（({\n]+?)(?:（.*）)? \{ #([\w-]+) \}\n\n(.+)$", re.MULTILINE
)
# 标题、代码、公式、已有的链接、折叠块的标题里不加链接。
UNTOUCHED = {"h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", "a", "summary"}


class GlossaryTreeprocessor(Treeprocessor):
    def __init__(self):
        self.anchors, self.definitions = {}, {}
        # 没有术语表的站点就没有链接。
        text = SOURCE.read_text("utf-8") if SOURCE.exists() else ""
        for names, anchor, definition in ENTRY.findall(text):
            self.anchors |= dict.fromkeys(names.split("、"), anchor)
            self.definitions[anchor] = definition.replace("`", "")
        # 长的优先，「参数共享」才不会认成「参数」；英文要是一个完整的词。
        names = "|".join(sorted(map(re.escape, self.anchors), key=len, reverse=True))
        self.names = re.compile(rf"(?<![A-Za-z0-9_.])({names})(?![A-Za-z0-9_])")

    def run(self, root: Element) -> None:
        self.unused = dict(self.definitions)
        # 有全部锚点的就是术语表自己，不用链接。
        if not self.unused.keys() <= {element.get("id") for element in root.iter()}:
            self.walk(root)

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
        head, *rest = self.names.split(text)
        links = []
        for name, after in zip(rest[::2], rest[1::2], strict=True):
            anchor = self.anchors[name]
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
