"""打印：只印正文，折叠块展开，深色模式下也是白底黑字。"""

import pytest

# A4 减去两边的页边距，按 CSS 的 96 dpi。
PAPER_WIDTH = 680
NOT_PRINTED = (
    ".md-header, .md-sidebar, .md-path, .md-footer, .md-top, .md-search, "
    ".md-content__button, .md-code__nav, .headerlink"
)


@pytest.fixture(params=[True, False], ids=["有脚本", "没有脚本"])
def paper(request, chromium):
    """按纸的宽度排版的标签页，读者的系统用深色。"""
    context = chromium.new_context(
        viewport={"width": PAPER_WIDTH, "height": 1000},
        color_scheme="dark",
        java_script_enabled=request.param,
    )
    paper = context.new_page()
    paper.emulate_media(media="print")
    yield paper
    context.close()


def test_only_the_text_is_printed(paper, addresses):
    for address in addresses:
        paper.goto(address)
        shown = paper.locator(NOT_PRINTED).locator("visible=true")
        assert shown.evaluate_all("all => all.map(e => e.className)") == [], address
        assert paper.locator("h1").is_visible()


def test_collapsed_parts_are_printed(paper, addresses):
    """Material 的脚本打印前展开折叠块；没有脚本时靠样式表。"""
    blocks = 0
    for address in addresses:
        paper.goto(address)
        last = paper.locator("details > :last-child")
        visible = last.evaluate_all("all => all.map(e => e.checkVisibility())")
        assert all(visible), address
        blocks += len(visible)
    assert blocks


def test_dark_pages_are_printed_black_on_white(paper, url):
    paper.goto(url + "mathematics/")
    colors = """selector => {
        const style = getComputedStyle(document.querySelector(selector))
        return [style.color, style.backgroundColor, style.fill]
            .map(color => color.match(/[\\d.]+/g).map(Number))
    }"""
    text, background, _ = paper.evaluate(colors, "body")
    assert max(text[:3]) < 64
    assert min(background[:3]) == 255
    assert min(paper.evaluate(colors, "pre code")[1][:3]) > 230
    assert max(paper.evaluate(colors, ".fig-label")[2][:3]) < 64


def test_nothing_is_cut_off_at_the_edge_of_the_paper(paper, addresses):
    wide = """all => all.filter(e => e.scrollWidth > e.clientWidth + 1)
        .map(e => e.textContent.trim().slice(0, 40))"""
    for address in addresses:
        paper.goto(address)
        boxes = paper.locator("pre code, div.arithmatex, .md-typeset__scrollwrap")
        assert boxes.evaluate_all(wide) == [], address
