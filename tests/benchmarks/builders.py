"""同一份源，各构建工具建成的网站里有什么：逐项数出来，并排印出。

    python benchmarks/builders.py mkdocs properdocs 路径/zensical

在项目的虚拟环境里运行；每个参数是一个可执行文件，可以来自别的虚拟环境，那里要有
mkdocs.yml 里的 Markdown 扩展与它们要的包。除「笔记本页」外只数课文各页。
"""

import gzip
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/support")]

from axe_playwright_python.sync_playwright import Axe
from browser import FLAGS, find_browser, page_paths
from bs4 import BeautifulSoup
from playwright.sync_api import TimeoutError, sync_playwright
from scale import commit, measured
from test_search import QUERIES, SECTIONS
from weight import serve_compressed, weigh

from rnn_notes.live import TAG

# 每项数的是这个选择器选中的元素。
ELEMENTS = {
    "公式": "article math",
    "没有转换的公式": "article .arithmatex:not(:has(math, a))",
    "术语链接": "article a.term",
    "代码块上的文件名": "article .filename",
    "点文件名下载": "article .filename a[download]",
    "图与表的编号": "article .caption-prefix",
    "内联的图": "article .diagram svg",
    "带走这一课": "article .take-away",
    "转发时的标题与摘要": 'meta[property="og:title"]',
    "更新日期": "article .md-source-file",
    "内容安全策略": 'meta[http-equiv="Content-Security-Policy"]',
}
# Zensical 的搜索在影子 DOM 里，结果是一个有序列表；首页的正文里没有。
RESULTS = f"{SECTIONS}, ol:not(.md-search-result__list) a"


def build(command: str, folder: Path) -> tuple[Path, float]:
    """在副本里建站，副本有一次提交的历史；得到网站和用的秒数。"""
    ignored = shutil.ignore_patterns(".*", "site", "__pycache__", "*.zip")
    shutil.copytree(ROOT, folder, ignore=ignored)
    commit(folder)
    executable = Path(shutil.which(command)).absolute()
    took, _ = measured([executable, "build", "--strict", "-f", "mkdocs.yml"], folder)
    return folder / "site", took


def found(tab, url: str, query: str, sections: list[str]) -> bool:
    """像读者那样打开搜索、输入，要找的小节在前三条里。"""
    tab.goto(url, wait_until="networkidle")
    # Material 打开页面 125 毫秒后关一次搜索；后设的定时器排在它后面。
    tab.evaluate("new Promise(done => setTimeout(done, 125))")
    tab.keyboard.press("/")
    tab.locator("input:focus").wait_for()
    tab.keyboard.insert_text(query)
    results = tab.locator(RESULTS)
    try:
        results.first.wait_for(timeout=5000)
    except TimeoutError:
        return False
    links = [urlsplit(a) for a in results.evaluate_all("l => l.map(a => a.href)")[:3]]
    return any(f"{a.path[1:]}#{a.fragment}" in sections for a in links)


def works(tab, address: str, tag: str) -> bool:
    """读者翻到组件时，它的脚本加载好了。"""
    tab.goto(address)
    tab.locator(tag).first.scroll_into_view_if_needed()
    try:
        tab.locator(f"{tag}:defined").first.wait_for(timeout=5000)
    except TimeoutError:
        return False
    return True


def count(chromium, site: Path, took: float) -> dict[str, float]:
    pages = [page for page in page_paths(site) if not page.startswith("notebooks/")]
    texts = {page: (site / page / "index.html").read_text("utf-8") for page in pages}
    soups = [BeautifulSoup(text, "html.parser") for text in texts.values()]
    row = {"建站的秒数": took, "课文页": len(pages)}
    for name, selector in ELEMENTS.items():
        row[name] = sum(len(soup.select(selector)) for soup in soups)
    row["没有展开的引用"] = sum(text.count("--8&lt;--") for text in texts.values())
    row["笔记本页"] = len(page_paths(site)) - len(pages)
    for name, pattern in (("程序", "*.py"), ("笔记本", "*.ipynb"), ("zip", "*.zip")):
        row[f"可以下载的{name}"] = len(list(site.rglob(pattern)))
    packed = [len(gzip.compress(text.encode())) for text in texts.values()]
    row["HTML gzip KB，每页"] = sum(packed) / len(pages) / 1000
    with serve_compressed(site) as (url, sent):
        weights = [weigh(chromium, url + page, sent) for page in pages]
        row["首次打开的请求，每页"] = sum(w.requests for w in weights) / len(pages)
        row["首次打开 KB，每页"] = sum(w.bytes for w in weights) / len(pages) / 1000
        row["版面移动 CLS，最大"] = max(w.shift for w in weights)
        tab, foreign = chromium.new_page(), set()
        tab.on("request", lambda r: r.url.startswith(url) or foreign.add(r.url))
        parts = [
            (url + page, tag) for page in pages for tag in set(TAG.findall(texts[page]))
        ]
        row[f"能用的组件，共 {len(parts)}"] = sum(works(tab, *part) for part in parts)
        row[f"搜得到，共 {len(QUERIES)}"] = sum(
            found(tab, url, query, sections) for query, sections in QUERIES.items()
        )
        row["发往别的主机的请求"] = len(foreign)
        row["axe 查出的问题"] = 0
        for page in pages:
            tab.goto(url + page)
            row["axe 查出的问题"] += Axe().run(tab).violations_count
        tab.close()
    return row


def main(commands: list[str]) -> None:
    rows = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_browser(), args=FLAGS
        )
        for command in commands:
            with TemporaryDirectory() as temporary:
                site, took = build(command, Path(temporary) / "project")
                rows.append(count(chromium, site, took))
        chromium.close()
    print("".join(f"{Path(command).name:>12}" for command in commands))
    for name in dict.fromkeys(name for row in rows for name in row):
        print("".join(f"{row.get(name, 0):12.4g}" for row in rows), f" {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
