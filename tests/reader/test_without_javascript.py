"""没有 JavaScript 也读得到一切：正文、公式、图、代码、输出、折叠块，也走得到每一页。"""

import pytest
from bs4 import BeautifulSoup

# 读者该看见的：文字所在的块，和公式、图、代码。
READ = "h1, h2, h3, p, li, td, summary, figcaption, math, svg.fig, pre code"


@pytest.fixture
def plain(chromium):
    """关了 JavaScript 的标签页。"""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_everything_is_visible(plain, addresses):
    hidden = """all => all.filter(e => {
        const box = e.getBoundingClientRect()
        return !e.checkVisibility({opacityProperty: true, visibilityProperty: true})
            || !box.width || !box.height
    }).map(e => e.outerHTML.slice(0, 80))"""
    seen = ""
    for address in addresses:
        plain.goto(address)
        # 选项卡里没选中的，点一下标签就能看见，不用脚本。
        blocks = plain.locator(f"article :is({READ})").locator(
            "xpath=self::*[not(ancestor::*[contains(@class, 'tabbed-content')])]"
        )
        assert blocks.evaluate_all(hidden) == [], address
        seen += plain.locator("article").evaluate("e => e.outerHTML")
    soup = BeautifulSoup(seen, "html.parser")
    for kind in ("math", "svg.fig", ".language-python", ".language-text", "details"):
        assert soup.select(kind), f"没有一页有 {kind}，这个检查就空了"


def test_every_page_can_be_reached(plain, url, addresses):
    """宽屏上从侧栏走，窄屏上先点开菜单。"""
    for width in (1280, 360):
        plain.set_viewport_size({"width": width, "height": 800})
        for address in addresses:
            if "/notebooks/" in address:
                continue  # 从课文末尾进入
            plain.goto(url + "404.html")  # 它不在菜单里，没有已经打开的分组
            menu = plain.locator(".md-sidebar--primary")
            hrefs = menu.locator("a.md-nav__link").evaluate_all(
                "(all, page) => all.filter(e => e.href === page)"
                ".map(e => e.getAttribute('href'))",
                address,
            )
            assert hrefs, f"菜单里没有 {address}"
            link = plain.locator(f"a.md-nav__link[href='{hrefs[0]}']")
            if width == 360:
                plain.locator("header label[for='__drawer']").click()
                # 窄屏上，分组里的页要先点开分组。
                for group in menu.locator("li.md-nav__item--nested", has=link).all():
                    group.locator("> label").click()
            menu.locator(link).first.click()
            plain.wait_for_url(f"{address}*")


def test_table_of_contents_leads_to_sections(plain, url):
    plain.goto(f"{url}mathematics/")
    plain.locator(".md-sidebar--secondary a.md-nav__link").last.click()
    plain.wait_for_url("**/mathematics/#*")
    assert plain.locator(":target").is_visible()
