"""第一次打开就轻：搜索用到时才取，字节与请求不超过上限，版面不跳，公式用数学字体。"""

from browser import open_search
from weight import serve_compressed, weigh


def test_search_is_fetched_only_when_opened(tab, addresses):
    requested = []
    tab.on("request", lambda request: requested.append(request.url))
    tab.goto(addresses[0], wait_until="networkidle")
    assert [url for url in requested if "search" in url] == []
    open_search(tab, addresses[0])
    tab.keyboard.insert_text("隐藏状态")
    tab.locator(".md-search-result__item").first.wait_for()
    assert [url for url in requested if "search_index.json" in url]


# 一页第一次打开至多这么多字节：压缩之后，含响应头与数学字体。
LIMIT = 115_000


def test_first_visit_is_light(chromium, site, addresses, url):
    """没有缓存的第一次打开：字节不超过上限，至多 5 个请求，版面不跳。"""
    with serve_compressed(site) as (compressed, sent):
        for address in addresses:
            weight = weigh(chromium, address.replace(url, compressed), sent)
            assert weight.bytes <= LIMIT, f"{address}：太重，移一部分到新的一课"
            assert weight.requests <= 5, address
            assert weight.shift == 0, address


def test_first_visit_draws_formulas_with_the_math_font(tab, addresses):
    """`document.fonts` 只说字体取到了没有，不说字是不是它画的；这里问画字的那一层。"""
    tab.goto(addresses[-1])
    client = tab.context.new_cdp_session(tab)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    query = {"nodeId": root, "selector": "article math mi"}
    node = client.send("DOM.querySelector", query)
    drawn = client.send("CSS.getPlatformFontsForNode", node)["fonts"]
    assert [(f["familyName"], f["isCustomFont"]) for f in drawn] == [
        ("STIX Two Math", True)
    ]
