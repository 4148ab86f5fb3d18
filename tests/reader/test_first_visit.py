"""减重没有减掉读者要用的：去掉的规则确实用不到，搜索打开时就有，版面不跳。"""

import re

import tinycss2
from browser import open_search
from contract import fail_if
from weight import serve_compressed, weigh

from rnn_notes.slim import split

PSEUDO = re.compile(r"::?(?:-[\w-]+|before|after|marker|placeholder|backdrop)$")


def selectors(css: str) -> set[str]:
    """样式表里的全部选择器，包括 @media 里的。"""
    found, rules = set(), tinycss2.parse_stylesheet(css, True, True)
    while rules:
        rule = rules.pop()
        if rule.type == "qualified-rule":
            found.update(split(rule.prelude))
        elif rule.at_keyword in {"media", "supports"}:
            rules += tinycss2.parse_rule_list(rule.content, True, True)
    return found


def test_dropped_rules_match_nothing(site, tab, addresses):
    [slimmed] = site.glob("assets/site.*.css")
    sources = [*site.glob("assets/*.css"), *site.glob("assets/stylesheets/*.css")]
    original = set().union(*(selectors(s.read_text("utf-8")) for s in sources))
    dropped = original - selectors(slimmed.read_text("utf-8"))
    assert len(dropped) > 500
    queries = sorted({PSEUDO.sub("", selector) or "*" for selector in dropped})
    for address in addresses:
        tab.goto(address)
        tab.locator("[data-md-component=search-query]").fill("隐藏状态")
        tab.locator(".md-search-result__item").first.wait_for()
        matched = tab.evaluate(
            "queries => queries.filter(q => document.querySelector(q))", queries
        )
        fail_if(f"{address}：去掉了用得到的规则 {selector}" for selector in matched)


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
LIMIT = 100_000


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
