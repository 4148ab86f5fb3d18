"""把一课变成 Jupyter 笔记本：正文是 Markdown 单元，程序是代码单元，记录是它的输出。

课文是唯一的来源。这里只去掉网站才懂的写法，换成 Jupyter 懂的；图放进单元里，
所以笔记本只是一个文件。
"""

import base64
import html
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path

from rnn_notes.lesson import Page

IMPORT = re.compile(r"^(?:import|from) (torch|numpy)\b", re.MULTILINE)

HEADING = re.compile(r"^(#+ .*?) *\{ #([\w-]+) \}$", re.MULTILINE)
DISPLAY = re.compile(r"\n*^\$\$\n(.*?)\n\$\$$", re.DOTALL | re.MULTILINE)
LABEL = re.compile(r" *\\label\{([^}]+)\}")
REFERENCE = re.compile(r"\$\\eqref\{([^}]+)\}\$")
LINK = re.compile(r"(?<=\]\()(?!https?:|data:|#)([^)\s]+)(?=\))")
ATTRIBUTES = re.compile(r" *\{ [.#:][^}\n]*\}")

FIGURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
COMPONENT = re.compile(
    r"^<rnn-[a-z]+>$.*?^/// \S+-caption \| (#[\w-]+)$", re.DOTALL | re.MULTILINE
)
WRAPPER = re.compile(
    r"<template>.*?</template>|</?(?:div|rnn-[a-z]+)\b[^>]*>", re.DOTALL
)
CAPTION = re.compile(
    r"^/// (figure|table)-caption \| #([\w-]+)\n(.*?)\n///$", re.DOTALL | re.MULTILINE
)
BLOCK = re.compile(r"^/// \w+ \| (.+)\n(?:    \w+: .*\n)?", re.MULTILINE)
BLOCK_END = re.compile(r"^///$", re.MULTILINE)
PICTURE = re.compile(r"!\[.*?\]\(data:image/svg\+xml;base64,([^)]+)\)")
# 图是按浅色画的，Jupyter 的深色主题下也要看得清。
PAPER = ' style="background: #fff; font-family: sans-serif"'
PREFIX = {"figure": "图", "table": "表"}
# 单元从这里分开；正文里不会有它。
BREAK = "\0"


class Converter:
    """一课的正文，从网站的写法换成 Jupyter 的写法；图、表、公式从 1 数起。

    `page` 是课文那一页，例如 char-rnn.md；`address` 把课文里的链接变成网址。
    """

    def __init__(self, page: str, address: Callable[[str], str]):
        self.page = page
        self.address = address
        self.captions = {kind: count(1) for kind in PREFIX}
        self.equations = count(1)
        self.numbers: dict[str, int] = {}

    def number(self, prose: str) -> str:
        """给公式写上编号；先于 `convert` 处理全部正文，因为引用可以在公式之前。"""

        def tag(match: re.Match) -> str:
            aligned = match[1].startswith(r"\begin{align}")
            lines, anchors = match[1].split("\n"), []
            for index, line in enumerate(lines):
                # 对齐的公式每行一个编号，别的整个一个，写在末尾。
                if line.startswith((r"\begin{align}", r"\end{align}")) or (
                    not aligned and index < len(lines) - 1
                ):
                    continue
                number = next(self.equations)
                if label := LABEL.search(line):
                    self.numbers[label[1]] = number
                    anchors.append(anchor(label[1].replace(":", "-")))
                body, newline, _ = LABEL.sub("", line).rstrip().partition(r" \\")
                lines[index] = rf"{body} \tag{{{number}}}{newline}"
            formula = "\n".join(lines)
            # 锚点放在上一段的末尾，不单独占一段。
            return "".join(anchors) + f"\n\n$$\n{formula}\n$$"

        return DISPLAY.sub(tag, prose)

    def caption(self, match: re.Match) -> str:
        kind, name, text = match.groups()
        number = next(self.captions[kind])
        return f"{anchor(name)}**{PREFIX[kind]} {number}**　{text}"

    def convert(self, prose: str) -> str:
        """去掉网站才懂的写法。"""
        prose = COMPONENT.sub(
            lambda m: f"这张图在[课文]({self.page}{m[1]})里可以操作。\n\n{m[0]}",
            prose,
        )
        prose = FIGURE.sub(lambda m: BREAK + picture(m[0]) + BREAK, prose)
        prose = WRAPPER.sub("", prose)
        prose = CAPTION.sub(self.caption, prose)
        # 横线前面没有空行，上面一段就成了标题。
        prose = BLOCK.sub(r"\n---\n\n**\1**\n\n", prose)
        prose = BLOCK_END.sub("\n---", prose)
        prose = HEADING.sub(lambda m: f"{BREAK}{anchor(m[2])}\n\n{m[1]}", prose)
        # 引用的公式不存在，建课文时会说。
        prose = REFERENCE.sub(
            lambda m: f"[({self.numbers.get(m[1])})](#{m[1].replace(':', '-')})", prose
        )
        prose = LINK.sub(lambda m: self.address(m[1]), prose)
        return re.sub(r"\n{3,}", "\n\n", ATTRIBUTES.sub("", prose))


def anchor(name: str) -> str:
    return f'<a id="{name}"></a>'


def picture(svg: str) -> str:
    """Jupyter 不许 Markdown 里有 SVG，也不显示 SVG 附件；图片的 data: 地址可以。"""
    texts = re.findall(r"<(?:title|desc)\b[^>]*>(.*?)</", svg, re.DOTALL)
    name = re.sub(r"([\[\]])", r"\\\1", html.unescape("。".join(texts)))
    head, _, rest = svg.partition(">")
    if box := re.search(r'viewBox="\S+ \S+ (\S+)', head):
        head += f' width="{box[1]}"'
    if "xmlns=" not in head:
        head += ' xmlns="http://www.w3.org/2000/svg"'
    if "xlink:" in rest and "xmlns:xlink" not in head:
        head += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"![{name}](data:image/svg+xml;base64,{encode(f'{head}{PAPER}>{rest}')})"


def drawing(match: re.Match) -> str:
    """`picture` 反过来：图片里的 SVG，放回网页就跟着深浅两色变。"""
    return base64.b64decode(match[1]).decode().replace(PAPER, "", 1)


def encode(data: str | bytes) -> str:
    data = data.encode() if isinstance(data, str) else data
    return base64.b64encode(data).decode()


# 单元写成字典而不用 nbformat 的函数：它们对每个单元都核对一遍格式，准备的时间大半
# 花在那里。格式由检查核对。
def code_cell(source: str, **metadata) -> dict:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": metadata,
        "outputs": [],
        "source": source,
    }


def markdown_cell(source: str) -> dict:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def data_cell(name: str, files: Iterable[Path]) -> dict:
    """把程序要读的文件写到笔记本旁边；Jupyter 里没有 `__file__`，也定义好。"""
    lines = [
        "# 本课的程序要读的文件：写到这个笔记本旁边。",
        "import base64, zlib",
        "from pathlib import Path",
        "",
        f'__file__ = "{name}.ipynb"  # Jupyter 里没有它',
    ]
    for file in files:
        packed = encode(zlib.compress(file.read_bytes(), 9))
        quoted = "\n".join(f'    "{part}"' for part in re.findall(".{1,76}", packed))
        unpacked = "zlib.decompress(base64.b64decode(data))"
        lines += [f"data = (\n{quoted}\n)"]
        lines += [f'_ = Path("{file.name}").write_bytes({unpacked})']
    # 折叠起来；网站上的笔记本页按 data 这个标签去掉它。
    hidden = {"source_hidden": True}
    return code_cell("\n".join(lines), tags=["data"], jupyter=hidden)


def introduction(
    address: Callable[[str], str], packages: list[str], page: str, copy: str
) -> str:
    link = f'[下载这个笔记本（.ipynb）]({copy}){{ download="" }}。' if copy else ""
    return (
        f"这个笔记本由[课文]({address(page)})生成：文字、程序相同，输出是记录下来的。"
        "从上到下依次运行，得到的就是这些输出，小数的末位可能差 1。"
        f"需要先安装：`pip install {' '.join(packages)}`。{link}"
    )


def cells(page: Page, converter: Converter) -> Iterator[dict]:
    parts = [
        (kind, converter.number(text) if kind == "prose" else text)
        for kind, text in page.parts()
    ]
    pending, code = "", None
    for kind, text in parts:
        if kind == "prose":
            pending += converter.convert(text)
        elif kind == "console":
            pending += f"\n```console\n{text}\n```\n"
        elif kind == "text":
            # 上一个代码单元已经交出去了，但还是同一个对象。
            output = {"output_type": "stream", "name": "stdout", "text": f"{text}\n"}
            code["outputs"].append(output)
        elif kind == "python":
            yield from prose_cells(pending)
            pending, code = "", code_cell(text)
            yield code
    yield from prose_cells(pending)


def prose_cells(text: str) -> Iterator[dict]:
    for part in text.split(BREAK):
        if part.strip():
            yield markdown_cell(part.strip())


def notebook(page: Page, address: Callable[[str], str], copy: str = "") -> dict:
    """一课的笔记本，nbformat 4.5 的字典，可以直接写成 JSON。

    `address` 把课文里的链接变成网址；`copy` 是要下载的那一份在哪里，空串就是它自己。
    """
    name = f"{page.path.stem}.md"
    found = list(cells(page, Converter(name, address)))
    code = "\n".join(cell["source"] for cell in found if cell["cell_type"] == "code")
    packages = sorted(set(IMPORT.findall(code)), reverse=True)
    heading, _, rest = found[0]["source"].partition("\n")
    top = introduction(address, packages, name, copy)
    found[0]["source"] = f"{heading}\n\n{top}\n{rest}"
    if (data := page.project.data(page.folder)) and not copy:
        found.insert(1, data_cell(page.path.stem, data))
    runs = count(1)
    for number, cell in enumerate(found):
        # 编号而不是随机数：每次建出的文件都相同。
        cell["id"] = f"cell-{number}"
        if cell["cell_type"] == "code" and not cell["metadata"]:
            cell["execution_count"] = next(runs)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return {
        "cells": found,
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
