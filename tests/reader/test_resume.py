"""接着读：首页记得读到哪里；没有记录、不让存，都不显示，也不报错。"""

import re

from playwright.sync_api import expect

RESUME = re.compile("^接着读：概念：.+ · RNN 的核心思想与工作流程$")
# 满了、不让存；存着的不是它写的。
BROKEN = """
Storage.prototype.setItem = () => { throw new DOMException("QuotaExceededError") }
const { getItem } = Storage.prototype
Storage.prototype.getItem = function (key) {
    return key.endsWith(".reading") ? "{" : getItem.call(this, key)
}
"""


def test_home_offers_the_section_where_the_reader_left(tab, url):
    resume = tab.get_by_role("link", name=re.compile("接着读"))
    tab.goto(url)
    expect(resume).to_have_count(0)
    tab.goto(f"{url}concepts/#workflow")
    tab.goto(f"{url}glossary/")  # 不是课，不记
    tab.goto(url)
    expect(resume).to_have_text(RESUME)
    resume.click()
    tab.wait_for_url(f"{url}concepts/#workflow")
    assert tab.errors == tab.foreign == []


def test_home_is_the_same_where_nothing_can_be_stored(tab, url):
    tab.add_init_script(BROKEN)
    for page in ("concepts/", ""):
        tab.goto(url + page)
    tab.locator(".start").wait_for()
    expect(tab.get_by_role("link", name=re.compile("接着读"))).to_have_count(0)
    assert tab.errors == []
