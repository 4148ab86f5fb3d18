"""同一份源，各构建工具建成的网站里有什么、每一页多重：逐项数出来，并排印出。

    python tests/benchmarks/builders.py [--lighthouse] mkdocs 路径/zensical 原版

每个参数是一个可执行文件，可以来自别的虚拟环境；Zensical 没有钩子，准备与收尾另外运行。
「原版」是原版 Material，公式由浏览器里的 MathJax 排，它用 npm 取。总数只算课文各页。
`--lighthouse` 另量每一页的 Lighthouse 得分：手机设置，三次取中位数。
"""

import json
import math
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory

import common
from axe_playwright_python.sync_playwright import Axe
from browser import FLAGS, find_browser, page_paths, serve, weigh
from bs4 import BeautifulSoup
from builder import HOME
from playwright.sync_api import TimeoutError, sync_playwright
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
# Material 文档给出的写法。
MATHJAX = r"""
window.MathJax = {
  tex: {inlineMath: [["\\(", "\\)"]], displayMath: [["\\[", "\\]"]], tags: "ams"},
  options: {ignoreHtmlClass: ".*|", processHtmlClass: "arithmatex"},
};
"""
SCRIPTS = "\nextra_javascript: [mathjax/config.js, mathjax/tex-mml-chtml.js]\n"
# 四项得分；`npx` 第一次运行时取来 Lighthouse。
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
LIGHTHOUSE = ["npx", "--yes", "lighthouse", "--quiet", "--output=json"]
LIGHTHOUSE += [f"--chrome-flags=--headless {' '.join(FLAGS)}"]


def make_stock(project: Path) -> None:
    command = ["npm", "pack", "--silent", "mathjax@3.2.2"]
    archive = subprocess.check_output(command, cwd=project, encoding="utf-8").strip()
    shutil.unpack_archive(project / archive, project, filter="data")
    shutil.move(project / "package/es5", project / "docs/mathjax")
    (project / "docs/mathjax/config.js").write_text(MATHJAX, "utf-8")
    common.make_stock(project, SCRIPTS)


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


def lighthouse(address: str) -> dict[str, float]:
    command, environment = [*LIGHTHOUSE, address], {"CHROME_PATH": find_browser()}
    scores = []
    for _ in range(3):
        output = subprocess.check_output(command, env=os.environ | environment)
        scores.append(json.loads(output)["categories"])
    return {name: median(run[name]["score"] for run in scores) for name in CATEGORIES}


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
    with serve(site) as url, chromium.new_page() as tab:
        weights = {page: weigh(chromium, url + page) for page in page_paths(site)}
        foreign = set()
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
        for page, weight in weights.items():
            row[f"首次打开的请求 /{page}"] = weight.requests
            row[f"首次打开 KB /{page}"] = weight.bytes / 1000
            row[f"版面移动 CLS /{page}"] = weight.shift
            if "--lighthouse" in sys.argv:
                scores = lighthouse(url + page)
                row |= {f"{name} /{page}": scores[name] * 100 for name in CATEGORIES}
    row["首次打开的请求，每页"] = fmean(weights[page].requests for page in pages)
    row["首次打开 KB，每页"] = fmean(weights[page].bytes / 1000 for page in pages)
    return row


if __name__ == "__main__":
    rows = {}
    with sync_playwright() as playwright, TemporaryDirectory() as temporary:
        path = find_browser()
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        builders = [name for name in sys.argv[1:] if name != "--lighthouse"]
        for number, builder in enumerate(builders):
            project = common.copied(Path(temporary, f"{number}"))
            python, by_hand = [sys.executable, "-m"], "zensical" in builder  # 没有钩子
            if builder == "原版":
                make_stock(project)
            if by_hand:
                common.measured([*python, "rnn_notes.prepare", HOME], project)
            seconds, _ = common.build(project, builder.replace("原版", "mkdocs"))
            if by_hand:
                common.measured([*python, "rnn_notes.finish", "site"], project)
            row = {"建站的秒数": seconds} | count(chromium, project / "site")
            rows[Path(builder).name] = row
    print("".join(f"{name:>12}" for name in rows), " 第一个与最后一个之比")
    for name in next(iter(rows.values())):
        cells = [row.get(name, math.nan) for row in rows.values()]
        ratio = f"{cells[0] / cells[-1]:8.2f}" if cells[-1] else " " * 8
        print("".join(f"{cell:12.4g}" for cell in cells), f"{ratio}  {name}")
