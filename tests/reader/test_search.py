"""在真的浏览器里搜索：中文、英文、代码里的名字，要找的小节都在前三条里。"""

from urllib.parse import urlsplit

from browser import open_search
from contract import fail_if
from playwright.sync_api import expect

# 查询 → 读者要找的小节，前三条里有一个就够。
QUERIES = {
    "隐藏状态": ["mathematics/#hidden-state", "glossary/#hidden-state"],
    "独热编码": ["code-walkthrough/#one-hot", "glossary/#one-hot"],
    "梯度清零": ["code-walkthrough/#zero-grad", "glossary/#zero-grad"],
    "时间步": ["char-rnn/#tensors", "glossary/#time-step"],
    "权重": ["glossary/#weight"],
    "交叉熵": ["char-rnn/#cross-entropy", "glossary/#cross-entropy"],
    "词表": ["glossary/#vocabulary"],
    "nn.RNN": ["code-walkthrough/#layouts"],
    "hidden_size=4": ["code-walkthrough/#hidden-size"],
    "RuntimeError": ["code-walkthrough/#view"],
    "zero_grad": ["code-walkthrough/#zero-grad", "glossary/#zero-grad"],
    "RNNCell": ["mathematics/#rnncell-parameters", "glossary/#rnncell"],
    "hidden state": ["glossary/#hidden-state"],
    "cross entropy": ["char-rnn/#cross-entropy", "glossary/#cross-entropy"],
}
# 从页面上复制、随手输入的查询带着的：引号、标点、别的写法；要找的还是那个词。
FULL_WIDTH = {n: n + 0xFEE0 for n in range(ord("!"), ord("~") + 1)} | {ord(" "): 0x3000}
VARIANTS = ["「{}」", "“{}”", '"{}"', "'{}'", "（{}）", "({})", "[{}]", "`{}`"]
VARIANTS += ["+{}：", "-{}:", "~{}，", "*{}?", "^{}!", "={}…"]
# 不展开「还有几条」就看得见的小节；每页第一个链接是页面本身，不是小节。
SECTIONS = ".md-search-result__item > a:not(:first-child)"
BOX, META = ".md-search__input", ".md-search-result__meta"


def sections(tab, url: str) -> set[str]:
    """结果里前三个小节，写成 `页面/#锚点`。"""
    tab.locator(SECTIONS).first.wait_for()
    links = tab.locator(SECTIONS).evaluate_all("links => links.map(a => a.href)")
    parts = [urlsplit(link.removeprefix(url)) for link in links[:3]]
    return {f"{part.path}#{part.fragment}" for part in parts}


# 一次换一个查询，等到结果换了；用 Playwright 的等待，一个查询要四分之一秒。
SEARCH = """async ([query, box, meta, sections]) => {
    const input = document.querySelector(box), empty = "键入以开始搜索";
    const frame = () => new Promise(requestAnimationFrame);
    const status = () => document.querySelector(meta).textContent.trim();
    for (const text of ["", query]) {
        input.value = text;
        input.dispatchEvent(new Event("input"));
        while ((status() === empty) !== (text === "")) await frame();
    }
    if (status().startsWith("没有找到")) return [];
    let links = [];
    while (!links.length) {
        await frame();
        links = [...document.querySelectorAll(sections)];
    }
    return links.slice(0, 3).map(link => link.href.replace(/[?].*#/, "#"));
}"""


def search(tab, query: str) -> list[str]:
    return tab.evaluate(SEARCH, [query, BOX, META, SECTIONS])


def test_sections_are_among_the_first_three(tab, url):
    open_search(tab, url)
    wrong = []
    for query, wanted in QUERIES.items():
        tab.locator(BOX).fill("")
        expect(tab.locator(SECTIONS)).to_have_count(0)
        tab.keyboard.insert_text(query)
        found = sections(tab, url)
        if found.isdisjoint(wanted):
            wrong.append(f"「{query}」的前三条是 {found}")
    fail_if(wrong)
    assert tab.errors == []


def test_query_is_split_as_the_text_is(tab, url):
    """加上标点、换成全角或大写，得到的不变；与别的词连着写，与隔开写相同。"""
    open_search(tab, url)
    wrong = []
    for query in QUERIES:
        usual = search(tab, query)
        forms = [form.format(query) for form in VARIANTS]
        forms += [query.translate(FULL_WIDTH), query.swapcase()]
        for form in forms:
            if (found := search(tab, form)) != usual:
                wrong.append(f"「{form}」得到 {found}，「{query}」得到 {usual}")
        ends = ("用", "了") if query.isascii() else ("RNN", "Adam")
        together, apart = (mark.join((ends[0], query, ends[1])) for mark in ("", " "))
        if search(tab, together) != search(tab, apart):
            wrong.append(f"「{together}」与「{apart}」得到的不同")
    fail_if(wrong)
    assert tab.errors == []


def test_keyboard_searches_and_goes_to_a_result(tab, url):
    output = tab.locator(".md-search__output")
    open_search(tab, url, "s")
    tab.keyboard.press("Escape")
    expect(output).to_be_hidden()
    open_search(tab, url, "/")
    expect(tab.locator(BOX)).to_be_focused()
    tab.keyboard.insert_text("梯度清零")
    target = output.locator("a[href*='glossary'][href*='#zero-grad']").first
    target.wait_for()
    for _ in range(20):
        tab.keyboard.press("ArrowDown")
        if target.evaluate("link => link === document.activeElement"):
            break
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/glossary/**#zero-grad")


def test_unfinished_pinyin_does_not_break_search(tab, url):
    """拼音打到一半，输入框里是 yin'cang；选定汉字之后搜得到。"""
    open_search(tab, url)
    box = expect(tab.locator(BOX))
    client = tab.context.new_cdp_session(tab)
    for typed in ["yin", "yin'cang"]:
        ends = dict.fromkeys(["selectionStart", "selectionEnd"], len(typed))
        client.send("Input.imeSetComposition", {"text": typed, **ends})
        box.to_have_value(typed)
    # 拼音还没选定时按回车是给输入法的（这时键码是 229），不能跳到第一条结果。
    enter = {"type": "rawKeyDown", "key": "Enter", "windowsVirtualKeyCode": 229}
    client.send("Input.dispatchKeyEvent", enter)
    client.send("Input.insertText", {"text": "隐藏"})
    box.to_have_value("隐藏")
    assert "glossary/#hidden-state" in sections(tab, url)
    assert tab.errors == []
