"""在真的浏览器里搜索：中文、英文、代码里的名字，要找的小节都在前三条里。"""

import json
import re
from pathlib import Path
from urllib.parse import unquote

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
# 学生会打的：一行一条「查询 → 读者要找的页面或小节」。
LINES = Path(__file__).with_name("queries.txt").read_text("utf-8").splitlines()
STUDENTS = {query: wanted.split() for query, wanted in (x.split(" → ") for x in LINES)}
BOX, META = ".md-search__input", ".md-search-result__meta"
# 每页一组，不展开「还有几条」：看得见的小节；最好的就是页面本身时，是页面。
GROUPS = ".md-search-result__item"
SHOWN = """groups => groups.flatMap(group => {
    const [page, ...sections] = group.querySelectorAll(":scope > a");
    return sections.length ? sections : [page];
}).slice(0, 3).map(link => link.href.replace(/[?][^#]*/, ""))"""
# 换一个查询，等到写着「几个结果」的那一行换了，这时结果也换好了；用 Playwright 的
# 等待，一个查询要四分之一秒。
SEARCH = """([query, box, meta]) => new Promise(done => {
    const input = document.querySelector(box);
    if (input.value === query) done();
    new MutationObserver((_, observer) => { observer.disconnect(); done(); })
        .observe(document.querySelector(meta), {childList: true});
    input.value = query;
    input.dispatchEvent(new Event("input"));
})"""


def shown(tab, url: str) -> list[str]:
    """结果里看得见的前三条，写成 `页面/#锚点` 或 `页面/`。"""
    links = tab.locator(GROUPS).evaluate_all(SHOWN)
    return [unquote(link.removeprefix(url)) for link in links]


def search(tab, url: str, query: str) -> list[str]:
    tab.evaluate(SEARCH, [query, BOX, META])
    return shown(tab, url)


def test_words_and_queries_name_what_exists(site):
    """mkdocs.yml 里给小节添的词、queries.txt 里要找的，锚点都还在。"""
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    there = {doc["location"] for doc in index["docs"]}
    words = index["config"]["fields"]["words"]["of"]
    wrong = [f"mkdocs.yml 的 words：没有「{name}」" for name in words.keys() - there]
    for query, wanted in STUDENTS.items():
        if missing := {*wanted} - there:
            wrong.append(f"queries.txt 的「{query}」：没有 {missing}")
    fail_if(wrong)


def test_results_show_formulas_as_tex(site):
    """索引里没有压平的公式（e 的 2 次方成了 e2）；页面不因此变重。"""
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    wrong = (
        f"{doc['location']} 的索引里有压平的公式，hook.py 没认出来：…{found[0]}…"
        for doc in index["docs"]
        if (found := re.search(r".{,20}[\u2061\u2200-\u22ff].{,20}", doc["text"]))
    )
    fail_if(wrong)
    assert any("h_{t-1}" in doc["text"] for doc in index["docs"])
    pages = site.rglob("*.html")
    assert not [page for page in pages if "search-tex" in page.read_text("utf-8")]


def test_sections_are_among_the_first_three(tab, url):
    open_search(tab, url)
    wrong = []
    for query, wanted in {**STUDENTS, **QUERIES}.items():
        found = search(tab, url, query)
        if {*found}.isdisjoint(wanted):
            wrong.append(f"「{query}」的前三条是 {found}，要有 {wanted} 里的一个")
    fail_if(wrong)
    assert tab.errors == []


def test_lessons_come_before_the_glossary(tab, url):
    """标题里有这个词的，课文先于术语表；术语表只有一句话。"""
    open_search(tab, url)
    for query in ("隐藏状态", "独热编码", "参数共享", "张量", "标签", "种子", "SGD"):
        assert not search(tab, url, query)[0].startswith("glossary/"), query


def test_query_is_split_as_the_text_is(tab, url):
    """加上标点、换成全角或大写，得到的不变；与别的词连着写，与隔开写相同。"""
    open_search(tab, url)
    wrong = []
    for query in QUERIES:
        usual = search(tab, url, query)
        forms = [form.format(query) for form in VARIANTS]
        forms += [query.translate(FULL_WIDTH), query.swapcase()]
        for form in forms:
            if (found := search(tab, url, form)) != usual:
                wrong.append(f"「{form}」得到 {found}，「{query}」得到 {usual}")
        ends = ("用", "了") if query.isascii() else ("RNN", "Adam")
        together, apart = (mark.join((ends[0], query, ends[1])) for mark in ("", " "))
        if search(tab, url, together) != search(tab, url, apart):
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
    tab.locator(GROUPS).first.wait_for()
    assert "glossary/#hidden-state" in shown(tab, url)
    assert tab.errors == []
