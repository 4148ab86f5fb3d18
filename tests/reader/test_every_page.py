"""每一页在宽屏与手机上、浅色与深色里都排得好，不用看、不用鼠标也读得了。"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser import find_bad, load_components, painted
from contract import fail_if
from playwright.sync_api import expect

SHAPES = "rect, circle, ellipse, path, line, text"
BOXES = "div.arithmatex, .diagram, pre > code, .md-typeset__scrollwrap"
MOVING = "e => parseFloat(getComputedStyle(e).transitionDuration) > 0"
# 不该有的 → 在哪些元素里找，怎样算是。
BAD = {
    "屏幕放不下": ("html", "e => e.scrollWidth > innerWidth"),
    "读者不要动画，还在动": ("*", MOVING),
    "键盘到不了的宽框": (BOXES, "e => e.scrollWidth > e.clientWidth && e.tabIndex < 0"),
    "跳转之后被页眉遮住的标题": (
        "article :is(h2, h3, h4)[id]",
        """e => {
            location.hash = e.id
            const header = document.querySelector(".md-header").getBoundingClientRect()
            return e.getBoundingClientRect().top < header.bottom
        }""",
    ),
    "图里没有颜色、或与底色相同的形状": (
        f"svg.fig:not(.plot) :is({SHAPES}):not(defs *, marker *)",
        """e => {
            const { fill, stroke } = getComputedStyle(e)
            const page = getComputedStyle(document.body).backgroundColor
            return [fill, stroke].every(c => /^none$|, 0\\)$/.test(c) || c === page)
        }""",
    ),
    "图里的字小于 10 像素": (
        "svg.fig :is(text, tspan):not(defs *)",
        """e => {
            const { a, b } = e.getScreenCTM()
            const size = parseFloat(getComputedStyle(e).fontSize) * Math.hypot(a, b)
            return e.textContent.trim() && size < 9.99
        }""",
    ),
    "公式比旁边的字小": (
        "article math[display]",
        """e => {
            const size = e => parseFloat(getComputedStyle(e).fontSize)
            return size(e) < size(e.closest("div.arithmatex").parentElement)
        }""",
    ),
    "公式后面的标点落到下一行开头": (
        "article span.arithmatex:visible",
        """e => {
            if (/^[，。；：、？）」]/.test(e.nextSibling?.data)) return true
            if (e.lastChild === e.firstElementChild) return false
            const mark = document.createRange()
            mark.selectNode(e.lastChild)
            const formula = e.firstElementChild.getBoundingClientRect()
            return mark.getBoundingClientRect().left < formula.right - 1
        }""",
    ),
}


PALETTES = [("light", "default", [1280]), ("dark", "slate", [412, 390, 360, 320])]


@pytest.mark.parametrize("palette", PALETTES, ids=["浅色宽屏", "深色手机"])
def test_page_is_fit_to_read(palette, tab, pages):
    scheme, name, widths = palette
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    tab.set_viewport_size({"width": widths[0], "height": 900})
    found, figures = [], 0
    for address in pages:
        tab.goto(address)
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", name)
        load_components(tab)
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        figures += tab.locator("svg.fig").count()
        for width in widths:
            tab.set_viewport_size({"width": width, "height": 900})
            painted(tab)  # 这时 extra.js 才量得到各个框的宽度
            for problem, where in BAD.items():
                bad = find_bad(tab, *where)
                found += [f"{address} 宽 {width}：{problem}：{html}" for html in bad]
        # 代码块边上的影子是渐变，axe 遇到渐变就不量颜色的对比。
        flat = "all => all.forEach(e => (e.style.backgroundImage = 'none'))"
        tab.locator("pre > code").evaluate_all(flat)
        # 通过的项目不必逐个传回来，快一半。
        result = Axe().run(tab, options={"resultTypes": ["violations"]})
        for rule in result.response["violations"]:
            node, what = rule["nodes"][0], f"{rule['id']}（{rule['help']}）"
            found.append(f"{address}：{what}{len(rule['nodes'])} 处，例如 ")
            found[-1] += f"{node['html'][:200]}\n    {node['failureSummary']}"
        found += [f"{address}：报错 {error}" for error in tab.errors]
        found += [f"{address}：从别的主机取 {request}" for request in tab.foreign]
    fail_if(found)
    assert figures
