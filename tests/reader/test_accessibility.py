"""每一页都能不看、不用鼠标读：axe 查不出问题，键盘走得到，焦点看得见。"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from contract import fail_if

axe = Axe()
# 通过的项目不必逐个传回来，快一半。
OPTIONS = {"resultTypes": ["violations"]}


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 360)], ids=["浅色宽屏", "深色手机"]
)
def test_axe_finds_nothing(scheme, width, tab, addresses, url):
    """颜色在浅色与深色里各查一遍，版面在宽屏与手机上各查一遍。"""
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    found = []
    for address in [*addresses, url + "404.html"]:
        tab.goto(address)
        for violation in axe.run(tab, options=OPTIONS).response["violations"]:
            nodes = violation["nodes"]
            found.append(
                f"{address}：{violation['id']}（{violation['help']}）{len(nodes)} 处，"
                f"例如 {nodes[0]['html'][:200]}\n    {nodes[0]['failureSummary']}"
            )
    fail_if(found)


def test_keyboard_reaches_the_text_and_focus_is_visible(tab, addresses):
    """第一次 Tab 就到「跳转至」，之后每个焦点都有轮廓。"""
    tab.goto(addresses[0])
    for step in range(12):
        tab.keyboard.press("Tab")
        focus = tab.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            "return [e.className, s.outlineStyle, e.tagName] }"
        )
        if step == 0:
            assert focus[0] == "md-skip focus-visible", focus
        assert focus[2] == "INPUT" or focus[1] != "none", focus


def test_wide_formulas_scroll_with_the_keyboard(tab, addresses):
    tab.set_viewport_size({"width": 360, "height": 800})
    for address in addresses:
        tab.goto(address)
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        # 下一帧排完版，extra.js 才量得到它们的宽度。
        tab.evaluate("new Promise(r => requestAnimationFrame(() => setTimeout(r)))")
        unreachable = tab.evaluate(
            "() => [...document.querySelectorAll('div.arithmatex, pre > code, "
            ".md-typeset__scrollwrap')].filter("
            "e => e.scrollWidth > e.clientWidth && e.tabIndex < 0).map(e => e.outerHTML)"
        )
        fail_if(f"{address}：键盘到不了 {html[:200]}" for html in unreachable)


def test_motion_stops_when_asked(tab, addresses):
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(addresses[0])
    moving = tab.evaluate(
        "[...document.querySelectorAll('*')].filter(e => "
        "parseFloat(getComputedStyle(e).transitionDuration) > 0).length"
    )
    assert moving == 0
