"""第一次打开就轻：搜索用到时才取，字节与请求不超过上限，版面不跳，公式用数学字体。"""

from browser import open_search, serve, weigh

# 一页第一次打开至多这么多字节：压缩之后，含响应头与数学字体。
LIMIT = 115_000


def test_first_visit_is_light(chromium, site, pages, url):
    """没有缓存的第一次打开：字节不超过上限，至多 5 个请求，版面不跳。"""
    with serve(site) as compressed:
        for address in pages:
            weight = weigh(chromium, compressed, address.removeprefix(url))
            assert weight.bytes <= LIMIT, f"{address}：太重，移一部分到新的一课"
            assert weight.requests <= 5, address
            assert weight.shift == 0, address


def test_search_is_fetched_only_when_opened(tab, url):
    requested = []
    tab.on("request", lambda request: requested.append(request.url))
    tab.goto(url, wait_until="networkidle")
    assert [address for address in requested if "search" in address] == []
    open_search(tab, url)
    assert [address for address in requested if "search_index.json" in address]


def test_formulas_are_drawn_with_the_math_font(tab, url):
    """`document.fonts` 只说字体取到了没有，不说字是不是它画的；这里问画字的那一层。"""
    tab.goto(url + "mathematics/")
    client = tab.context.new_cdp_session(tab)
    client.send("DOM.enable")
    client.send("CSS.enable")
    root = client.send("DOM.getDocument")["root"]["nodeId"]
    query = {"nodeId": root, "selector": "article math mi"}
    node = client.send("DOM.querySelector", query)
    [font] = client.send("CSS.getPlatformFontsForNode", node)["fonts"]
    assert (font["familyName"], font["isCustomFont"]) == ("STIX Two Math", True)
