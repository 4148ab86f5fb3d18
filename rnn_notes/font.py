"""剪出数学字体：只留网站的公式用到的字符。

    mkdocs build && python -m rnn_notes.font

从 ziamath 自带的 STIX Two Math 剪出 `docs/assets/math.woff2`，许可证（OFL）在它
旁边。没有数学字体，浏览器用正文字体排公式：竖线不齐，大括号和求和号不会变大。
"""

import sys
import unicodedata
from importlib.util import find_spec
from pathlib import Path

from bs4 import BeautifulSoup
from fontTools import subset

FONT = Path(__file__).parent.parent / "docs/assets/math.woff2"
# 没有公式用到也留着：根号、上划线，和最常见的括号。
ALWAYS = "√‾()[]"
# 不留 ssty（上下标专用的字形）：它要多占一倍的字节，而 Chromium 和 Safari 不用它，
# Firefox 没有它就把正文的字形缩小。
FEATURES = ["dtls", "flac", "rtlm"]
# 单个字母的 <mi> 显示成数学斜体，字体里要有的是斜体的那个字符。
ITALIC = {
    chr(int(decomposition.removeprefix("<font> "), 16)): chr(code)
    for code in [*range(0x1D434, 0x1D468), *range(0x1D6E2, 0x1D71C)]
    if (decomposition := unicodedata.decomposition(chr(code)))
} | {"h": "ℎ"}


def needed(html: str) -> set[str]:
    """一页的公式要字体画出的字符；汉字由正文字体画。"""
    characters = set()
    for token in BeautifulSoup(html, "html.parser").select("math :is(mi,mn,mo,mtext)"):
        text = token.get_text()
        if token.name == "mi" and "mathvariant" not in token.attrs:
            text = ITALIC.get(text, text)
        characters.update(c for c in text if unicodedata.category(c) not in "Cf Lo Zs")
    return characters


def cut(characters: set[str]) -> None:
    """剪出只有 `characters` 的字体，写到 `FONT`。"""
    package = Path(find_spec("ziamath").origin).parent
    options = subset.Options(
        flavor="woff2", layout_features=FEATURES, hinting=False, drop_tables=["gasp"]
    )
    font = subset.load_font(package / "fonts/STIXTwoMath-Regular.ttf", options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(characters))
    subsetter.subset(font)
    subset.save_font(font, FONT, options)


if __name__ == "__main__":
    site = Path(*(sys.argv[1:] or ["site"]))
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    cut(set(ALWAYS).union(*map(needed, pages)))
    print(f"{FONT}：{FONT.stat().st_size} 字节")
