"""同一份源，各构建工具建成的网站里有什么：逐项数出来，并排印出。

    python tests/benchmarks/builders.py mkdocs properdocs 路径/zensical

每个参数是一个可执行文件，可以来自别的虚拟环境；准备与收尾两步都由我们做，前后各一次。
除「笔记本页」外只数课文各页。
"""

import re
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import common
from axe_playwright_python.sync_playwright import Axe
from browser import page_paths, serve, weigh
from bs4 import BeautifulSoup
from playwright.sync_api import TimeoutError

from rnn_notes.finish import finish
from rnn_notes.lesson import Project
from rnn_notes.prepare import prepare

sys.path.append(str(common.ROOT / "tests/reader"))
from test_search import QUERIES, SECTIONS

# 每项数的是这个选择器选中的元素。
ELEMENTS = {
    "公式": "article math",
    "没有转换的公式": "article .arithmatex:not(:has(math, a))",
    "术语链接": "article a.term",
    "代码块上的文件名": "article .filename",
    "点文件名下载": "article .filename a[download]",
    "图与表的编号": "article .caption-prefix",
    "内联的图": "article .diagram svg",
    "转发时的标题与摘要": 'meta[property="og:title"]',
    "更新日期": "article .md-source-file",
    "内容安全策略": 'meta[http-equiv="Content-Security-Policy"]',
}
# Zensical 的搜索在影子 DOM 里，结果是一个有序列表；首页的正文里没有。
RESULTS = f"{SECTIONS}, ol:not(.md-search-result__list) a"


def appears(locator) -> bool:
    with suppress(TimeoutError):
        locator.first.wait_for(state="attached", timeout=5000)
    return locator.count() > 0


def found(tab, url: str, query: str, sections: list[str]) -> bool:
    """像读者那样打开搜索、输入，要找的小节在前三条里。"""
    tab.goto(url, wait_until="networkidle")
    # Material 打开页面 125 毫秒后关一次搜索；后设的定时器排在它后面。
    tab.evaluate("new Promise(done => setTimeout(done, 125))")
    tab.keyboard.press("/")
    tab.locator("input:focus").wait_for()
    tab.keyboard.insert_text(query)
    appears(results := tab.locator(RESULTS))
    links = results.evaluate_all("l => l.map(a => a.href.replace(/[?][^#]*/, ''))")[:3]
    return any(link.endswith(section) for link in links for section in sections)


def count(chromium, site: Path) -> dict[str, float]:
    pages = [page for page in page_paths(site) if not page.startswith("notebooks/")]
    texts = {page: (site / page / "index.html").read_text("utf-8") for page in pages}
    soups = [BeautifulSoup(text, "html.parser") for text in texts.values()]
    row = {"课文页": len(pages), "笔记本页": len(page_paths(site)) - len(pages)}
    for name, selector in ELEMENTS.items():
        row[name] = sum(len(soup.select(selector)) for soup in soups)
    row["没有展开的引用"] = sum(text.count("--8&lt;--") for text in texts.values())
    for suffix in ("py", "ipynb", "zip"):
        row[f"可以下载的 .{suffix}"] = len(list(site.rglob(f"*.{suffix}")))
    with serve(site) as url:
        weights = [weigh(chromium, url, page) for page in pages]
        row["首次打开的请求，每页"] = sum(w.requests for w in weights) / len(pages)
        row["首次打开 KB，每页"] = sum(w.bytes for w in weights) / len(pages) / 1000
        row["版面移动 CLS，最大"] = max(w.shift for w in weights)
        tab, foreign = chromium.new_page(), set()
        tab.on("request", lambda r: r.url.startswith(url) or foreign.add(r.url))
        row["axe 查出的问题"] = row["能用的组件"] = 0
        for page in pages:
            tab.goto(url + page)
            row["axe 查出的问题"] += Axe().run(tab).violations_count
            for tag in set(re.findall(r"<(rnn-\w+)>", texts[page])):
                tab.locator(tag).first.scroll_into_view_if_needed()
                row["能用的组件"] += appears(tab.locator(f"{tag}:defined"))
        hits = (found(tab, url, query, places) for query, places in QUERIES.items())
        row[f"搜得到，共 {len(QUERIES)}"] = sum(hits)
        row["发往别的主机的请求"] = len(foreign)
        tab.close()
    return row


if __name__ == "__main__":
    rows = {}
    with common.browser() as chromium:
        for builder in sys.argv[1:]:
            with TemporaryDirectory() as temporary:
                project = common.copied(Path(temporary, "project"))
                prepare(Project(project), "http://127.0.0.1:8000/")
                seconds, _ = common.build(project, builder)
                if "zensical" in builder:  # 别的有钩子，收过尾了
                    finish(project / "site")
                row = {"建站的秒数": seconds} | count(chromium, project / "site")
                rows[Path(builder).name] = row
    print("".join(f"{name:>12}" for name in rows))
    for name in next(iter(rows.values())):
        print("".join(f"{row[name]:12.4g}" for row in rows.values()), f" {name}")
