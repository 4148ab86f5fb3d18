"""在真的浏览器里看网站：一个读者会做的事都做得成。"""

import pytest
from browser import open_search
from contract import project

# 每张图里看不清的形状和文字：没有颜色，或与它后面的底色相同。
INVISIBLE = """() => {
    const seen = color => !/^none$|, 0\\)$/.test(color)
    const page = getComputedStyle(document.body).backgroundColor
    return [...document.querySelectorAll("svg.fig:not(.plot)")].flatMap(figure =>
        [...figure.querySelectorAll("rect, circle, ellipse, path, line, text")]
            .filter(shape => !shape.closest("defs, marker"))
            .filter(shape => {
                const {fill, stroke} = getComputedStyle(shape)
                return ![fill, stroke].some(color => seen(color) && color !== page)
            })
            .map(shape => shape.outerHTML))
}"""
# 每个标题跳转之后被页眉遮住的部分，单位是像素；遮住的才列出来。
COVERED = """() => {
    const header = document.querySelector(".md-header")
    return [...document.querySelectorAll("article :is(h2, h3, h4)[id]")]
        .map(heading => {
            location.hash = heading.id
            const {top} = heading.getBoundingClientRect()
            return [heading.id, header.getBoundingClientRect().bottom - top]
        })
        .filter(([, covered]) => covered > 0)
}"""


def fills(tab) -> list[str]:
    return tab.locator("svg.fig .fig-cell, svg.fig .fig-hidden").evaluate_all(
        "shapes => shapes.map(shape => getComputedStyle(shape).fill)"
    )


def switch_palette(tab) -> None:
    tab.locator("[data-md-component=palette] label:visible").click()


def scheme(tab) -> str:
    return tab.evaluate("document.body.dataset.mdColorScheme")


def test_no_request_to_another_host_and_no_error(tab, addresses):
    for address in addresses:
        tab.goto(address, wait_until="networkidle")
        assert tab.foreign == []
        assert tab.errors == []


def test_pages_fit_a_phone(tab, addresses):
    tab.set_viewport_size({"width": 360, "height": 800})
    for address in addresses:
        tab.goto(address)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_palette_switch_changes_the_figures_and_is_remembered(tab, url):
    tab.goto(url + "concepts/")
    light = fills(tab)
    assert scheme(tab) == "default"
    switch_palette(tab)
    assert scheme(tab) == "slate"
    dark = fills(tab)
    assert all(before != after for before, after in zip(light, dark, strict=True))
    for address in [url + "concepts/", url + "mathematics/"]:
        tab.goto(address)
        assert scheme(tab) == "slate", "刷新或换一页之后忘了选的配色"


@pytest.mark.parametrize("preferred", ["light", "dark"])
def test_figures_are_visible(preferred, tab, addresses):
    tab.emulate_media(color_scheme=preferred)
    figures = 0
    for address in addresses:
        tab.goto(address)
        assert scheme(tab) == {"light": "default", "dark": "slate"}[preferred]
        assert tab.evaluate(INVISIBLE) == [], address
        figures += tab.locator("svg.fig").count()
    assert figures


def test_keyboard_skips_to_the_content(tab, url):
    tab.goto(url + "concepts/")
    tab.keyboard.press("Tab")
    skip = tab.locator(".md-skip")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.is_visible()
    tab.keyboard.press("Enter")
    # 再按一次 Tab 就到正文里的第一个链接，不用走过页眉和目录。
    tab.keyboard.press("Tab")
    assert tab.evaluate("!!document.activeElement.closest('article')")


@pytest.mark.parametrize("shortcut", ["/", "s"])
def test_keyboard_searches_and_goes_to_a_result(shortcut, tab, url):
    box, output = tab.locator(".md-search__input"), tab.locator(".md-search__output")
    open_search(tab, url, shortcut)
    tab.keyboard.press("Escape")
    output.wait_for(state="hidden")
    open_search(tab, url, shortcut)
    assert box.evaluate("box => box === document.activeElement")
    tab.keyboard.insert_text("梯度清零")
    target = tab.locator(".md-search-result a[href*='glossary'][href*='#zero-grad']")
    target.first.wait_for()
    assert box.input_value() == "梯度清零"
    for _ in range(20):
        tab.keyboard.press("ArrowDown")
        if target.first.evaluate("link => link === document.activeElement"):
            break
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/glossary/**#zero-grad")


def test_header_does_not_cover_the_heading_of_an_anchor(tab, addresses):
    for address in addresses:
        tab.goto(address)
        assert tab.evaluate(COVERED) == [], address


def test_copy_button_copies_the_program(tab, url):
    """剪贴板里就是程序的那一段，可以直接运行：没有行号，没有输出。"""
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for page in project.pages:
        if not page.code:
            continue
        tab.goto(url + ("" if page.path.stem == "index" else f"{page.path.stem}/"))
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        block = tab.locator(".language-python").first
        block.scroll_into_view_if_needed()
        block.locator("button[data-md-type=copy]").click()
        code = project.shown(page.include(page.code[0]))
        tab.locator(".md-dialog--active").wait_for()
        copied = tab.evaluate("navigator.clipboard.readText()")
        assert copied.strip() == code.strip(), page.path.name


def test_pointing_at_a_term_shows_its_definition(tab, url):
    tab.goto(url + "concepts/")
    term = tab.locator("a.term").first
    definition = term.get_attribute("title")
    term.hover()
    assert tab.locator("[role=tooltip]").inner_text() == definition
