"""手机那么窄的屏幕上，正文照样排得好。"""

import pytest

WIDTHS = [360, 390, 412]


@pytest.mark.parametrize("width", WIDTHS)
def test_punctuation_stays_with_its_formula(width, tab, addresses):
    """公式后面的逗号、句号不落到下一行开头。"""
    tab.set_viewport_size({"width": width, "height": 800})
    strayed = """all => all.filter(e => {
        const found = e.nextSibling?.data?.match(/^\\u2060?[，。；：、？）」]/)
        if (!found) return false
        const mark = document.createRange()
        mark.setStart(e.nextSibling, found[0].length - 1)
        mark.setEnd(e.nextSibling, found[0].length)
        return mark.getBoundingClientRect().left
            < e.firstElementChild.getBoundingClientRect().right - 1
    }).map(e => e.parentElement.textContent.slice(0, 60))"""
    for address in addresses:
        tab.goto(address)
        formulas = tab.locator("article span.arithmatex:visible")
        assert formulas.evaluate_all(strayed) == [], address
