"""构建时把 TeX 公式变成 MathML 的 Markdown 扩展。

`pymdownx.arithmatex`（`generic: true`）负责认出公式，`math-core` 负责转换；
本扩展把两者接起来，并给每个独立成行的公式编号，使 `\\eqref` 能引用它。
"""

import re
from html import escape, unescape
from xml.etree.ElementTree import Element

from markdown import Extension
from markdown.treeprocessors import Treeprocessor
from math_core import LatexError, LatexToMathML

UNDEFINED_REFERENCE = "(??)"  # math-core 遇到没有定义的标签不报错，只印出它
CLOSING_MARKS = "，。；：、？）」"
# 只有一个 \\eqref 的公式：math-core 把链接放在 <math> 里，读屏软件却把 <math> 当作
# 一个整体，进不到里面，所以只留下链接。
REFERENCE = re.compile(r"<math><mtext>(<a href=[^<]*</a>)</mtext></math>")


class FormulaError(ValueError):
    """公式写错了；消息里有公式的第一行，凭它能在页面里找到出处。"""

    def __init__(self, tex: str, reason: str):
        super().__init__(f"公式 '{tex.splitlines()[0]}' 有误：{reason}")


def convert(formulas: list[tuple[str, bool]]) -> list[str]:
    """把一页的公式 (TeX, 是否独立成行) 依次转换成 MathML，编号从 (1) 起。

    Raises:
        FormulaError: TeX 有语法错误，或 `\\eqref` 引用了本页没有的 `\\label`。
    """
    converter = LatexToMathML(fancy_error=False)
    # 独立成行的公式若没有自己的环境，就放进会编号的环境。
    batch = [
        (rf"\begin{{equation}}{tex}\end{{equation}}", True)
        if display and not tex.startswith(r"\begin{")
        else (tex, display)
        for tex, display in formulas
    ]
    # 整批转换的错误不说是哪一条：先逐条试。
    for (tex, _), (wrapped, display) in zip(formulas, batch, strict=True):
        try:
            converter.convert_with_local_state(wrapped, displaystyle=display)
        except LatexError as error:
            raise FormulaError(tex, str(error).partition(": ")[2]) from None
    rendered = converter.convert_all(batch)
    for (tex, _), mathml in zip(formulas, rendered, strict=True):
        if UNDEFINED_REFERENCE in mathml:
            raise FormulaError(tex, "引用的 \\label 在本页不存在")
    return [REFERENCE.sub(r"\1", mathml) for mathml in rendered]


def read_tex(element: Element) -> tuple[str, bool]:
    """取出 arithmatex 标好的元素里的 TeX，以及它是否独立成行。"""
    text = unescape(element.text).strip()
    return text[2:-2].strip(), text.startswith(r"\[")


class MathTreeprocessor(Treeprocessor):
    def run(self, root: Element) -> None:
        elements = [e for e in root.iter() if e.get("class") == "arithmatex"]
        formulas = [read_tex(element) for element in elements]
        rendered = zip(elements, formulas, convert(formulas), strict=True)
        for element, (tex, _), mathml in rendered:
            # 句子里的公式在搜索的索引里写成 TeX（hook.py）；写完索引，Material 去掉它。
            known = f'<math data-search-tex="{escape(tex)}">'
            element.text = self.md.htmlStash.store(mathml.replace("<math>", known))
            # 浏览器会在公式与后面的标点之间换行：放进不许换行的同一个元素里。
            tail = element.tail or ""
            element.tail = tail.lstrip(CLOSING_MARKS)
            element.text += tail.removesuffix(element.tail)


def makeExtension(**kwargs) -> Extension:
    extension = Extension(**kwargs)
    # 优先级 15：在行内解析（20）之后，此时公式都已标出。
    extension.extendMarkdown = lambda md: md.treeprocessors.register(
        MathTreeprocessor(md), "rnn-notes-math", 15
    )
    return extension
