"""打印：只印正文，折叠块展开，深色模式下也是白底黑字；速查是两张纸。"""

import io

import pytest
from browser import EARLY_ANSWERS, find_bad, load_components
from contract import fail_if
from pypdf import PdfReader

# A4 减去两边的页边距，按 CSS 的 96 dpi。
PAPER = {"width": 680, "height": 1000}
SCREEN_ONLY = ".md-header, .md-sidebar, .md-path, .md-footer, .md-top, .md-search, "
SCREEN_ONLY += ".md-content__button, .md-code__nav, .headerlink, .rnn-live, "
SCREEN_ONLY += ".more"
READ = "h1, h2, h3, h4, p, li, td, summary, figcaption, math, svg.fig, pre code"
BOXES = "pre code, div.arithmatex, .md-typeset__scrollwrap, .diagram"
VISIBLE = "e => e.checkVisibility({ visibilityProperty: true })"
HIDDEN = "e => !e.checkVisibility()"
# 小于 7.5 磅的字；公式量整个的，里面的上下标不量。
SMALL = (
    "article :is(:not(math *, svg *), svg text)",
    """e => {
        const says = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
        const { a, b } = e.getScreenCTM?.() ?? { a: 1, b: 0 }
        const size = parseFloat(getComputedStyle(e).fontSize) * Math.hypot(a, b)
        return (says || e.localName === "math") && e.checkVisibility() && size < 10
    }""",
)
# 不该有的 → 在哪些元素里找，怎样算是。没有脚本时，折叠块靠样式表展开。
BAD = {
    "印出了不是正文的": (SCREEN_ONLY, VISIBLE),
    "没有印出": (f"article :is({READ}):not(.rnn-live *)", HIDDEN),
    "没有展开的折叠块": ("article details:not(.rnn-live *) > :last-child", HIDDEN),
    "没有排到课末的答案": EARLY_ANSWERS,
    "在纸边被切掉": (BOXES, "e => e.scrollWidth > e.clientWidth + 1"),
}


@pytest.mark.parametrize("scripts", [True, False], ids=["有脚本", "没有脚本"])
def test_paper_has_all_of_the_text_and_nothing_else(scripts, chromium, pages, url):
    """按纸的宽度排版，读者的系统用深色。"""
    options = {"color_scheme": "dark", "java_script_enabled": scripts}
    colors = """e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor,
        getComputedStyle(e).fill].map(color => color.match(/[\\d.]+/g).map(Number))"""
    found, blocks = [], 0
    with chromium.new_page(viewport=PAPER, **options) as paper:
        paper.emulate_media(media="print")
        for address in pages:
            paper.goto(address)
            if scripts:
                load_components(paper)
            for problem, where in BAD.items():
                found += [f"{address}：{problem}：{e}" for e in find_bad(paper, *where)]
            blocks += paper.locator("article details").count()
        fail_if(found)
        assert blocks
        paper.goto(url + "mathematics/")
        text, background, _ = paper.locator("body").evaluate(colors)
        assert max(text[:3]) < 64
        assert min(background[:3]) == 255
        assert min(paper.locator("pre code").first.evaluate(colors)[1][:3]) > 230
        assert max(paper.locator(".fig-label").first.evaluate(colors)[2][:3]) < 64


def test_sheet_is_two_pages_that_can_be_read(chromium, url):
    """速查印在 A4 上，不改设置；一栏里放不下的由上面的检查看。"""
    with chromium.new_page(viewport=PAPER) as paper:
        paper.goto(url + "cheatsheet/")
        pdf = paper.pdf(format="A4", prefer_css_page_size=True)
        assert len(PdfReader(io.BytesIO(pdf)).pages) == 2
        paper.emulate_media(media="print")
        fail_if(f"小于 7.5 磅：{e}" for e in find_bad(paper, *SMALL))
