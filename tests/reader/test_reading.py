"""在真的浏览器里看网站：一个读者会做的事都做得成。"""

from browser import find_bad
from contract import project
from playwright.sync_api import expect


def test_palette_switch_changes_the_figures_and_is_remembered(tab, url):
    body, shapes = (
        tab.locator("body"),
        tab.locator("svg.fig :is(.fig-cell, .fig-hidden)"),
    )
    fills = "shapes => shapes.map(shape => getComputedStyle(shape).fill)"
    tab.goto(url + "concepts/")
    light = shapes.evaluate_all(fills)
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    tab.locator("[data-md-component=palette] label:visible").click()
    dark = shapes.evaluate_all(fills)
    assert all(before != after for before, after in zip(light, dark, strict=True))
    for page in ("concepts/", "mathematics/"):
        tab.goto(url + page)
        expect(body).to_have_attribute("data-md-color-scheme", "slate")


def test_keyboard_skips_to_the_text_and_focus_is_visible(tab, url):
    """第一次 Tab 就到「跳转至」，再按一次就到正文里的链接；每个焦点都有轮廓。"""
    skip, focus = tab.locator(".md-skip"), tab.locator(":focus")
    tab.goto(url + "concepts/")
    for step in range(12):
        tab.keyboard.press("Tab")
        if step == 0:
            expect(skip).to_be_focused()
            expect(skip).to_be_visible()
        tag, outline = focus.evaluate(
            "e => [e.tagName, getComputedStyle(e).outlineStyle]"
        )
        assert tag == "INPUT" or outline != "none", focus.evaluate("e => e.outerHTML")
    tab.goto(url + "glossary/")
    for key in ("Tab", "Enter", "Tab"):
        tab.keyboard.press(key)
    expect(tab.locator("article :focus")).to_have_count(1)


def test_motion_stops_when_asked(tab, url):
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(url)
    moving = "e => parseFloat(getComputedStyle(e).transitionDuration) > 0"
    assert find_bad(tab, "*", moving) == []


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
