"""在真的浏览器里，一个读者会做的事都做得成。"""

from browser import find_bad, serve, weigh
from contract import fail_if, project
from playwright.sync_api import expect

LIMIT = 115_000  # 字节，压缩之后，含响应头与数学字体；搜索的程序与索引放不下


def test_palette_switch_changes_the_figures_and_is_remembered(tab, url):
    body = tab.locator("body")
    shapes = tab.locator("svg.fig :is(.fig-cell, .fig-hidden)")
    fills = "shapes => shapes.map(shape => getComputedStyle(shape).fill)"
    tab.goto(url + "concepts/")
    assert (light := shapes.evaluate_all(fills))
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    tab.locator("[data-md-component=palette] label:visible").click()
    dark = shapes.evaluate_all(fills)
    assert all(before != after for before, after in zip(light, dark, strict=True))
    for page in ("concepts/", "mathematics/"):
        tab.goto(url + page)
        expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_keyboard_skips_to_the_text_and_focus_is_visible(tab, url):
    """第一次 Tab 就到「跳转至」，再按一次就到正文里的链接；每个焦点都有轮廓。"""
    skip = tab.locator(".md-skip")
    unseen = "e => e.tagName != 'INPUT' && getComputedStyle(e).outlineStyle == 'none'"
    tab.goto(url + "concepts/")
    for step in range(12):
        tab.keyboard.press("Tab")
        if step == 0:
            expect(skip).to_be_focused()
            expect(skip).to_be_visible()
        expect(tab.locator(":focus")).to_have_count(1)
        assert find_bad(tab, ":focus", unseen) == []
    tab.goto(url + "glossary/")
    for key in ("Tab", "Enter", "Tab"):
        tab.keyboard.press(key)
    expect(tab.locator("article :focus")).to_have_count(1)


def test_copy_button_copies_the_program(tab, url):
    """剪贴板里就是程序的那一段，可以直接运行：没有行号，没有输出。"""
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for page in [page for page in project.pages if page.code]:
        tab.goto(url + ("" if page.path.stem == "index" else f"{page.path.stem}/"))
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        block = tab.locator(".language-python").first
        block.scroll_into_view_if_needed()
        block.locator("button[data-md-type=copy]").click()
        tab.locator(".md-dialog--active").wait_for()
        copied = tab.evaluate("navigator.clipboard.readText()")
        code = project.shown(page.include(page.code[0]))
        assert copied.strip() == code.strip(), page.path.name


def test_pointing_at_a_term_shows_its_definition(tab, url):
    tab.goto(url + "concepts/")
    term = tab.locator("a.term").first
    definition = term.get_attribute("title")
    term.hover()
    expect(tab.locator("[role=tooltip]")).to_have_text(definition)


def test_first_visit_is_light(chromium, site, pages, url):
    with serve(site) as address:
        for page in pages:
            weight = weigh(chromium, page.replace(url, address))
            assert weight.bytes <= LIMIT, f"{page}：太重，移一部分到新的一课"
            assert weight.requests <= 5, page
            assert weight.shift == 0, page


# 一页公式里的每个字各留一处；U+2061 不画出来。
ONCE = """() => {
    for (const block of document.querySelectorAll("details")) block.open = true
    const all = [...document.querySelectorAll("article math :is(mi, mn, mo)")]
    const shown = all.filter(e => e.textContent !== "\u2061")
    for (const e of new Map(shown.map(e => [e.localName + e.textContent, e])).values())
        e.setAttribute("data-once", "")
}"""


def test_formulas_are_drawn_with_the_math_font(chromium, pages):
    """全新的配置第一次打开。`document.fonts` 只说取到了没有，这里问画字的那一层。"""
    seen, found = 0, []
    for page in pages:
        with chromium.new_page() as tab:
            tab.goto(page)
            tab.evaluate(ONCE)
            client = tab.context.new_cdp_session(tab)
            client.send("DOM.enable")
            client.send("CSS.enable")
            root = client.send("DOM.getDocument")["root"]["nodeId"]
            query = {"nodeId": root, "selector": "[data-once]"}
            for node in client.send("DOM.querySelectorAll", query)["nodeIds"]:
                answer = client.send("CSS.getPlatformFontsForNode", {"nodeId": node})
                fonts = {(f["familyName"], f["isCustomFont"]) for f in answer["fonts"]}
                text = client.send("DOM.getOuterHTML", {"nodeId": node})["outerHTML"]
                if fonts != {("STIX Two Math", True)}:
                    found.append(f"{page}：{text} 由 {fonts} 画")
                seen += 1
    fail_if(found)
    assert seen
