"""没有 JavaScript 也读得到一切，走得到每一页；答案在课末，先想再看。"""

from urllib.parse import urlsplit

import pytest
from browser import EARLY_ANSWERS, find_bad
from contract import fail_if
from playwright.sync_api import expect

# 读者该看见的：文字所在的块，和公式、图、代码。选项卡里没选中的，点一下标签就能看见。
BLOCKS = "h1, h2, h3, p, li, td, summary, figcaption, math, svg.fig, pre code"
READ = f"article :is({BLOCKS}):not(.tabbed-content *)"
HIDDEN = """e => {
    const { width, height } = e.getBoundingClientRect()
    return !e.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        || !width || !height
}"""
KINDS = {"math", "svg.fig", ".language-python", ".language-text", "details"}


@pytest.fixture
def plain(chromium):
    size = {"width": 1280, "height": 900}
    with chromium.new_page(viewport=size, java_script_enabled=False) as plain:
        yield plain


def test_everything_is_visible_and_the_contents_lead_there(plain, pages, url):
    hidden, seen = [], set()
    for address in pages:
        plain.goto(address)
        hidden += [f"{address}：{html}" for html in find_bad(plain, READ, HIDDEN)]
        hidden += [f"{address}：{a}" for a in find_bad(plain, *EARLY_ANSWERS)]
        seen |= {k for k in KINDS if plain.locator(f"article {k}").count()}
    fail_if(hidden)
    assert seen == KINDS, "没有一页有缺的那几种，这个检查就空了"
    plain.goto(f"{url}mathematics/")
    plain.locator(".md-sidebar--secondary a.md-nav__link").last.click()
    plain.wait_for_url("**/mathematics/#*")
    expect(plain.locator(":target")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360], ids=["侧栏", "菜单"])
def test_every_page_can_be_reached(width, plain, url, pages):
    plain.set_viewport_size({"width": width, "height": 800})
    menu = plain.locator(".md-sidebar--primary")
    for address in pages:
        if "/notebooks/" in address or address.endswith("404.html"):
            continue  # 笔记本页从课文末尾进入
        plain.goto(url + "404.html")  # 它不在菜单里，没有已经打开的分组
        path = urlsplit(address).path
        link = plain.locator(f"a.md-nav__link:is([href='{path}'], [href='{path}.'])")
        assert menu.locator(link).count(), f"菜单里没有 {address}"
        if width == 360:
            plain.locator("header label[for='__drawer']").click()
            # 窄屏上，分组里的页要先点开分组。
            for group in menu.locator("li.md-nav__item--nested", has=link).all():
                group.locator("> label").click()
        menu.locator(link).first.click()
        plain.wait_for_url(f"{address}*")
