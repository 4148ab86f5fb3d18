"""在真的浏览器里，一个读者会做的事都做得成。"""

import pytest
from browser import find_bad, painted, serve, weigh
from contract import fail_if, project
from playwright.sync_api import expect

HREF = "link => link.href"
NUMBERED = "e => getComputedStyle(e, '::before').content.includes('counter')"
LIMIT = 110_000  # 字节，压缩之后，含响应头与数学字体；搜索的程序与索引放不下


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
    """第一次 Tab 就到「跳到正文」，再按一次就到正文里的链接；每个焦点都有轮廓。"""
    skip = tab.locator(".md-skip")
    unseen = "e => e.tagName != 'INPUT' && getComputedStyle(e).outlineStyle == 'none'"
    tab.goto(url + "concepts/")
    for step in range(12):
        tab.keyboard.press("Tab")
        if step == 0:
            expect(skip).to_be_focused()
            expect(skip).to_be_visible()
            expect(skip).to_have_text("跳到正文")
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


@pytest.fixture
def phone(chromium):
    size = {"width": 390, "height": 844}
    with chromium.new_page(viewport=size, has_touch=True) as phone:
        yield phone


def test_touching_a_term_shows_its_definition_first(phone, url):
    phone.goto(url + "concepts/")
    term, above = (phone.locator("article a.term").nth(n) for n in (1, 0))
    note = phone.locator(".term-note")
    for touched in term, above:
        definition = touched.get_attribute("title")
        touched.tap()
        expect(note).to_contain_text(definition)
        expect(note.locator("a")).to_have_attribute("href", touched.evaluate(HREF))
        # 释义不遮住点的那个词，也不出屏幕；Material 的提示不再出来一份。
        box, word = note.bounding_box(), touched.bounding_box()
        assert (
            box["y"] >= word["y"] + word["height"]
            or box["y"] + box["height"] <= word["y"]
        )
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        expect(phone.locator("[role=tooltip]:visible")).to_have_count(0)
    above.tap()
    phone.wait_for_url("**/glossary/#*")
    phone.go_back()
    term.tap()
    note.locator("a").tap()
    phone.wait_for_url("**/glossary/#*")


def test_touching_a_term_leads_to_the_glossary_where_there_is_no_popover(phone, url):
    phone.add_init_script("delete HTMLElement.prototype.popover")
    phone.goto(url + "concepts/")
    phone.locator("article a.term").first.tap()
    phone.wait_for_url("**/glossary/#*")


def test_readers_see_where_they_are(tab, url):
    """标题与目录都有节号；读到哪里有一道线；回到顶部的按钮不压着正文。"""
    tab.goto(url + "concepts/")
    parts = "article > :is(h2, h3)", ".md-sidebar--secondary a > span", ".contents li a"
    numbered = [len(find_bad(tab, part, NUMBERED)) for part in parts]
    assert numbered == [tab.locator(parts[0]).count()] * 3
    bar = "getComputedStyle(document.querySelector('.md-header'), '::after').transform"
    assert tab.evaluate(bar) == "matrix(0, 0, 0, 1, 0, 0)"
    tab.evaluate("scrollTo(0, document.body.scrollHeight)")
    painted(tab)
    assert tab.evaluate(bar) in ("none", "matrix(1, 0, 0, 1, 0, 0)")
    tab.mouse.wheel(0, -900)
    button = tab.get_by_role("button", name="回到页面顶部")
    expect(button).to_be_visible()
    text, box = tab.locator("article").bounding_box(), button.bounding_box()
    assert box["x"] >= text["x"] + text["width"]
    assert box["height"] < 60
    tab.set_viewport_size({"width": 390, "height": 844})
    expect(button).to_be_hidden()


def test_contents_are_one_tap_away_on_a_phone(phone, url):
    phone.goto(url + "concepts/#seattle")
    button, opened = (
        phone.locator(".contents summary"),
        phone.locator(".contents[open]"),
    )
    button.tap()
    opened.get_by_text("隐藏状态是大小固定的有损摘要").tap()
    expect(phone.locator("h2:target")).to_be_in_viewport()
    expect(opened).to_have_count(0)
    button.tap()
    expect(opened).to_have_count(1)
    phone.touchscreen.tap(195, 835)
    expect(opened).to_have_count(0)


def test_an_exercise_can_be_linked_to_and_keeps_its_answer(tab, url):
    tab.goto(url + "concepts/#exercise-3")
    expect(tab.locator(":target")).to_be_in_viewport()
    folded = tab.locator(".exercises p:has(:target) ~ details")
    for title, block in zip(("提示", "答案"), folded.all(), strict=False):
        expect(block).to_have_text(title, use_inner_text=True)
        block.locator("summary").click()
        expect(block.locator("p").first).to_be_visible()


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
