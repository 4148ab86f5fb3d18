"""剪出来的数学字体够用：网站的公式用到的字符它都有。"""

from fontTools.ttLib import TTFont
from contract import fail_if

from rnn_notes.font import FONT, needed


def test_font_has_every_character_of_every_formula(site):
    glyphs = set(map(chr, TTFont(FONT).getBestCmap()))
    fail_if(
        f"{path.relative_to(site).as_posix()}：数学字体里没有「{''.join(sorted(missing))}」："
        "运行 mkdocs build 与 python -m rnn_notes.font 重新剪"
        for path in sorted(site.rglob("*.html"))
        if (missing := needed(path.read_text("utf-8")) - glyphs)
    )


def test_font_stays_small():
    assert FONT.stat().st_size < 21_000
