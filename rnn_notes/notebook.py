"""把一课变成 Jupyter 笔记本：正文是 Markdown 单元，程序是代码单元，记录是它的输出。

课文是唯一的来源。这里只去掉网站才懂的写法，换成 Jupyter 懂的；图和程序要读的文件放进
单元里，所以笔记本只是一个文件。
"""

import base64
import html
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import count
from pathlib import Path

from rnn_notes.lesson import EXERCISE, Page

IMPORT = re.compile(r"^\s*(?:import|from) (torch|numpy)\b", re.MULTILINE)
# 图、代码、公式里不是 Markdown：先换成号码，别的换好了再放回去。
CODE = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n\n).)+?(?<!`)\1(?!`)", re.DOTALL)
DISPLAY = re.compile(r"\n*^( *)\$\$((?:(?!\$\$).)+)\$\$ *$", re.DOTALL | re.MULTILINE)
DISPLAYS = re.compile(rf"(?:{DISPLAY.pattern})+", DISPLAY.flags)
INLINE = re.compile(r"(?<![\\$])\$(?![\s$])(?:\\.|[^\\$])+?(?<!\s)\$")
REFERENCE = re.compile(r"\\eqref\{([^}]+)\}")
LABEL = re.compile(r" *\\label\{([^}]+)\}")
# 每行一个编号的环境；没有环境的，整个一个。
NUMBERED = re.compile(
    r"(\\begin\{(align|gather|equation)\}\s*)(.*?)(\s*\\end\{\2\})", re.DOTALL
)
ROW = re.compile(
    r"((?:\\begin\{(\w+\*?)\}.*?\\end\{\2\}|(?!\\\\).)+)(\\\\|\Z)", re.DOTALL
)
NO_NUMBER = re.compile(r"\\(?:notag|nonumber|tag)\b")
# 行内的链接与写在别处的；网址、本页的锚点不动。
LINK = re.compile(r"((?<=\]\()|(?<=^\[)[^\]\n]+\]: *)(?!\w+:|#)([^)\s]+)", re.MULTILINE)
FIGURE = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
COMPONENT = re.compile(
    r"^<rnn-[\w-]+>$.*?^/// \S+-caption \| (#[\w-]+)$", re.MULTILINE | re.DOTALL
)
CAPTION = re.compile(
    r"^/// (figure|table)-caption(?: \| #([\w-]+))?\n(.*?)\n///$",
    re.MULTILINE | re.DOTALL,
)
PREFIX = {"figure": "图", "table": "表"}
# 单元从这里分开；正文里不会有它。
BREAK = "\0"
# 只有网站才懂的写法 → Jupyter 的写法。横线前面没有空行，上面一段就成了标题。
RULES = {
    r"^/// \w+ \| (.+)\n(?:    [\w-]+: .*\n)*": r"\n---\n\n**\1**\n\n",
    r"^///$": r"\n---",
    EXERCISE.pattern: r'<a id="exercise-\1"></a>\g<0>',
    r"^(#+ .*?) *\{:? *#([\w-]+)[^}\n]*\}$": BREAK + r'<a id="\2"></a>\n\n\1',
    r" *\{:? *(?:[.#][\w-]|[\w-]+=)[^}\n]*\}": "",
    r"(?s:<template>.*?</template>)|</?(?:div|rnn-[\w-]+)\b[^>]*>": "",
    r"\n{3,}": r"\n\n",
}


class Converter:
    """一课的正文，从网站的写法换成 Jupyter 的写法；图、表、公式从 1 数起。

    `name` 是课文那一页，例如 char-rnn.md；`address` 把课文里的链接变成网址；`figure`
    把 SVG 变成能放进 Markdown 单元的文字。
    """

    def __init__(
        self, name: str, address: Callable[[str], str], figure: Callable[[str], str]
    ):
        self.name, self.address, self.figure = name, address, figure
        self.captions = {kind: count(1) for kind in PREFIX}
        self.equations = count(1)
        self.numbers: dict[str, int] = {}
        self.kept: list[str] = []

    def keep(self, text: str) -> str:
        self.kept.append(text)
        return f"\1{len(self.kept) - 1}\1"

    def tag(self, row: re.Match) -> str:
        """公式的一行写上编号。"""
        tex, end = LABEL.sub("", row[1]).rstrip(), row[3]
        if not tex.strip() or NO_NUMBER.search(tex):
            return tex + end
        number = next(self.equations)
        self.numbers |= dict.fromkeys(LABEL.findall(row[1]), number)
        return rf"{tex} \tag{{{number}}} {end}".rstrip()

    def display(self, match: re.Match) -> str:
        indent, tex = match[1], match[2].strip()
        if parts := NUMBERED.fullmatch(tex):
            tex = parts[1] + ROW.sub(self.tag, parts[3]) + parts[4]
        elif not tex.startswith(r"\begin{"):
            tex = self.tag(re.fullmatch(r"(.*)()()", tex, re.DOTALL))
        return "\n\n" + self.keep(f"{indent}$$\n{indent}{tex}\n{indent}$$")

    def displays(self, match: re.Match) -> str:
        """连着的几个独立成行的公式；锚点放在上一段的末尾，不单独占一段。"""
        before = match.string[: match.start()].rpartition("\n")[2]
        alone = "\n\n" if before.startswith(("|", "#", "/", "<")) else ""
        anchors = "".join(map(anchor, LABEL.findall(match[0])))
        return alone + anchors + DISPLAY.sub(self.display, match[0])

    def protect(self, prose: str) -> str:
        """收起图、代码、公式；先于 `convert` 处理全部正文，因为引用可以在公式之前。"""
        prose = FIGURE.sub(lambda m: f"{BREAK}{self.keep(m[0])}{BREAK}", prose)
        prose = CODE.sub(lambda m: self.keep(m[0]), prose)
        prose = DISPLAYS.sub(self.displays, prose)
        return INLINE.sub(lambda m: self.keep(m[0]), prose)

    def refer(self, match: re.Match) -> str:
        """引用的公式不存在，建课文时会说。"""
        return f"({self.numbers.get(match[1])})"

    def restore(self, match: re.Match) -> str:
        text = self.kept[int(match[1])]
        if text.startswith("<"):
            return self.figure(text)
        if text.startswith("`"):
            return text
        if only := re.fullmatch(rf"\$\s*{REFERENCE.pattern}\s*\$", text):
            return f"[{self.refer(only)}](#{only[1]})"
        return REFERENCE.sub(lambda m: rf"\text{{{self.refer(m)}}}", text)

    def caption(self, match: re.Match) -> str:
        kind, name, text = match.groups()
        place = anchor(name) if name else ""
        return f"{place}**{PREFIX[kind]} {next(self.captions[kind])}**　{text}"

    def convert(self, prose: str) -> str:
        """去掉网站才懂的写法，放回收起的。"""
        prose = COMPONENT.sub(
            lambda m: f"这张图在[课文]({self.name}{m[1]})里可以操作。\n\n{m[0]}", prose
        )
        prose = CAPTION.sub(self.caption, prose)
        for pattern, replacement in RULES.items():
            prose = re.sub(pattern, replacement, prose, flags=re.MULTILINE)
        # 只有查询的链接是本页自己。
        prose = prose.replace("](?", f"]({self.name}?")
        prose = LINK.sub(lambda m: m[1] + self.address(m[2]), prose)
        return re.sub("\1(\\d+)\1", self.restore, prose)


def anchor(name: str) -> str:
    return f'<a id="{name}"></a>'


def picture(svg: str) -> str:
    """Jupyter 不许 Markdown 里有 SVG，也不显示 SVG 附件；图片的 data: 地址可以。

    图是按浅色画的，Jupyter 的深色主题下也要看得清，所以垫上白底。
    """
    texts = re.findall(r"<(?:title|desc)\b[^>]*>(.*?)</", svg, re.DOTALL)
    name = re.sub(r"([\[\]])", r"\\\1", html.unescape("。".join(texts)))
    width = re.search(r'viewBox="\S+ \S+ (\S+)', svg)[1]
    svg = svg.replace(
        "<svg ",
        f'<svg width="{width}" style="background: #fff; font-family: sans-serif" '
        'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ',
        1,
    )
    return f"![{name}](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"


# 单元写成字典而不用 nbformat 的函数：它们对每个单元都核对一遍格式，准备的时间大半
# 花在那里。格式由检查核对。
def markdown_cells(text: str) -> Iterator[dict]:
    for part in filter(str.strip, text.split(BREAK)):
        yield {"cell_type": "markdown", "metadata": {}, "source": part.strip()}


def code_cell(source: str, number: int | None = None, **metadata) -> dict:
    cell = {"cell_type": "code", "metadata": metadata, "source": source}
    return {**cell, "execution_count": number, "outputs": []}


def data_cell(name: str, files: Iterable[Path]) -> dict:
    """把程序要读的文件写到笔记本旁边；Jupyter 里没有 `__file__`，也定义好。"""
    writes = (
        f'Path("{f.name}").write_bytes(b85decode("{base64.b85encode(f.read_bytes()).decode()}"));'
        for f in files
    )
    source = "from base64 import b85decode\nfrom pathlib import Path\n\n"
    source += f'__file__ = "{name}.ipynb"\n'
    hidden = {"source_hidden": True}
    return code_cell(source + "\n".join(writes), tags=["data"], jupyter=hidden)


def cells(page: Page, converter: Converter) -> Iterator[dict]:
    parts = [
        (kind, converter.protect(text) if kind == "prose" else text.rstrip())
        for kind, text in page.parts()
    ]
    runs, pending, code = count(1), "", None
    for kind, text in parts:
        if kind == "prose":
            pending += converter.convert(f"{text}\n")
        elif kind == "console":
            pending += f"\n```console\n{text}\n```\n"
        elif kind == "text":
            # 上一个代码单元已经交出去了，但还是同一个对象。
            output = {"output_type": "stream", "name": "stdout", "text": f"{text}\n"}
            code["outputs"].append(output)
        elif kind == "python":
            yield from markdown_cells(pending)
            pending, code = "", code_cell(text, next(runs))
            yield code
    yield from markdown_cells(pending)


def notebook(page: Page, address: Callable[[str], str], copy: str = "") -> dict:
    """一课的笔记本，nbformat 4.5 的字典，可以直接写成 JSON。

    `address` 把课文里的链接变成网址。`copy` 是下载的那一份的网址，这时做的是网站上看
    的那一份；空串时做的就是下载的那一份。
    """
    name = page.path.stem
    # 笔记本页上的图跟着网站的深浅两色变。
    figure = '<div class="diagram">\n{}\n</div>'.format if copy else picture
    found = [*cells(page, Converter(f"{name}.md", address, figure))]
    code = "\n".join(cell["source"] for cell in found if cell["cell_type"] == "code")
    packages = " ".join(sorted({*IMPORT.findall(code)}, reverse=True))
    heading, _, rest = found[0]["source"].partition("\n")
    download = f'[下载这个笔记本（.ipynb）]({copy}){{ download="" }}。' if copy else ""
    install = f"需要先安装：`pip install {packages}`。" if packages else ""
    found[0]["source"] = (
        f"{heading}\n\n这个笔记本由[课文]({address(f'{name}.md')})生成：文字、程序相同，"
        "输出是记录下来的。从上到下依次运行，得到的就是这些输出，小数的末位可能差 1。"
        f"{install}{download}\n{rest}"
    )
    if (data := page.project.data(page.folder)) and not copy:
        found.insert(1, data_cell(name, data))
    # 编号而不是随机数：每次建出的文件都相同。
    numbered = [{"id": f"cell-{n}", **cell} for n, cell in enumerate(found)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}}
    return {"cells": numbered, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
