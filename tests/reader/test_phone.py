"""手机上读代码：不用横向滚动；放不下的看得出来；长程序先看前几行。"""

import pytest
from contract import fail_if, project

PHONE = {"width": 390, "height": 844}
WIDE = "all => all.flatMap((e, i) => e.scrollWidth > e.clientWidth ? [i] : [])"
# 换成一行空白，滚到 `to`：照下来的只有底色和影子。
BLANK = "(e, [n, to]) => { e.textContent = '\\xa0'.repeat(n); e.scrollLeft = to }"
HEIGHTS = "e => [e.clientHeight, e.scrollHeight]"


def test_code_fits_a_phone(tab, url):
    """还要横向滚动的代码块，有几个写在页面头部的 `wide_blocks` 里，只许改小。"""
    tab.set_viewport_size(PHONE)
    problems = []
    for page in [page for page in project.pages if page.fences]:
        tab.goto(url + ("" if page.path.stem == "index" else f"{page.path.stem}/"))
        tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        blocks, allowed = tab.locator("pre > code"), page.meta.get("wide_blocks", 0)
        wide = [page.fences[i].line for i in blocks.evaluate_all(WIDE)]
        if len(wide) > allowed:
            where = "、".join(map(str, wide))
            problems.append(
                f"{page.place(wide[0])}：手机上有 {len(wide)} 个代码块要横向滚动（第 {where} 行），"
                f"最多 {allowed} 个：一行不超过 53 列，打印的一行太长就分成两行"
            )
        elif len(wide) < allowed:
            problems.append(
                f"{project.find(page.path, 'wide_blocks')}：手机上要横向滚动的代码块只有 "
                f"{len(wide)} 个了：改成这个数，0 就删掉这一行"
            )
    fail_if(problems)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_wide_block_shows_that_there_is_more(scheme, tab, url):
    """右边有一道影子；滚到头就没有了，与放得下的一样。"""
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size(PHONE)
    tab.goto(url)
    for kind in ("python", "text"):
        code = tab.locator(f".language-{kind} code").first
        code.scroll_into_view_if_needed()
        box, looks = code.bounding_box(), []
        # 右边 16 像素；上下不到边，边上的一行像素与背后的混在一起。
        edge = {"x": box["x"] + box["width"] - 16, "y": box["y"] + 4}
        edge |= {"width": 16, "height": 8}
        for shape in ([1, 0], [99, 0], [99, 9999]):
            code.evaluate(BLANK, shape)
            looks.append(tab.screenshot(clip=edge))
        fits, wide, at_the_end = looks
        assert wide != fits
        assert at_the_end == fits


def test_long_program_starts_with_its_first_lines(chromium, url):
    """键盘展开得了，没有 JavaScript 也一样。"""
    with chromium.new_page(viewport=PHONE, java_script_enabled=False) as phone:
        phone.goto(url + "mathematics/")
        more = phone.locator(".more:visible").first
        code = more.locator("xpath=preceding-sibling::pre/code")
        shown, whole = code.evaluate(HEIGHTS)
        assert shown < whole
        more.press("Space")
        assert code.evaluate(HEIGHTS) == [whole, whole]
        phone.emulate_media(media="print")
        assert more.is_hidden()
