"""剪出数学字体：只留网站的公式用到的字符。

没有数学字体，浏览器用正文字体排公式：竖线不齐，大括号和求和号不会变大。
从 ziamath 自带的 STIX Two Math 剪，许可证（OFL）是 docs/assets/math-OFL.txt。
"""

import io
import re
import unicodedata
from html import unescape
from importlib.util import find_spec
from pathlib import Path

from fontTools import subset

SOURCE = Path(find_spec("ziamath").origin).parent / "fonts/STIXTwoMath-Regular.ttf"
TOKEN = re.compile(r"<(mi|mn|mo|mtext)\b([^>]*)>([^<]*)<")
# 没有公式用到也留着：根号、上划线，和最常见的括号。
ALWAYS = "√‾()[]"
# 不留 ssty（上下标专用的字形）：它要多占一倍的字节，而 Chromium 和 Safari 不用它，
# Firefox 没有它就把正文的字形缩小。
FEATURES = ["dtls", "flac", "rtlm"]
# 单个字母的 <mi> 显示成数学斜体，字体里要有的是斜体的那个字符。
LETTERS = map(chr, [*range(0x1D434, 0x1D468), *range(0x1D6E2, 0x1D71C)])
# 不用 NFKC：它把异体 ϑ 也化成 θ。
PLAIN = {letter: unicodedata.decomposition(letter)[7:] for letter in LETTERS}
ITALIC = {chr(int(p, 16)): c for c, p in PLAIN.items() if p} | {"h": "ℎ"}


def needed(html: str) -> set[str]:
    """一页的公式要字体画出的字符；汉字由正文字体画。"""
    characters = set()
    for name, attributes, content in TOKEN.findall(html):
        text = unescape(content)
        if name == "mi" and "mathvariant" not in attributes:
            text = ITALIC.get(text, text)
        characters.update(c for c in text if unicodedata.category(c) not in "Cf Lo Zs")
    return characters


def cut(characters: set[str]) -> bytes:
    """只有 `characters` 的字体，woff2 格式。"""
    options = subset.Options(
        flavor="woff2", layout_features=FEATURES, hinting=False, drop_tables=["gasp"]
    )
    font = subset.load_font(SOURCE, options)
    variants = font["MATH"].table.MathVariants
    for shape in variants.VertGlyphConstruction + variants.HorizGlyphConstruction:
        if shape.GlyphAssembly:  # 再大的由几截拼成
            shape.MathGlyphVariantRecord = shape.MathGlyphVariantRecord[:4]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted({*ALWAYS, *characters})))
    subsetter.subset(font)
    buffer = io.BytesIO()
    subset.save_font(font, buffer, options)
    return buffer.getvalue()
