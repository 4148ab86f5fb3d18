"""对 Material 的每一处改动都还需要：改了，读者做得成；不改，做不成。

在只有一页的原版 Material 网站上看，与课文无关。
"""

import shutil
import subprocess

import pytest
from browser import open_search, serve
from builder import ENVIRONMENT, MKDOCS
from playwright.sync_api import TimeoutError as TooLate

from rnn_notes.patches import PATCHES, patched

CONFIG = r"""
site_name: 原版
site_url: http://127.0.0.1:8000/
theme: {name: material, language: zh, font: false, features: [content.code.copy, search.highlight, navigation.path]}
nav: [index.md, {节: [page.md]}]
plugins: [{search: {lang: zh, separator: '[\s\u200b\-]+'}}]
"""
PAGE = "# 页\n\n## 记忆\n\n隐藏状态与交叉熵。\n\n```python\nx = 1\n```\n"


def apply(site, without: str = "") -> None:
    for path in [*site.rglob("*.html"), *site.rglob("*.min.js")]:
        text = path.read_text("utf-8")
        path.write_text(patched(text, path, without), "utf-8")


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    project = tmp_path_factory.mktemp("stock")
    (project / "docs").mkdir()
    (project / "docs/index.md").write_text("# 首页", "utf-8")
    (project / "docs/page.md").write_text(PAGE, "utf-8")
    (project / "mkdocs.yml").write_text(CONFIG, "utf-8")
    command = [*MKDOCS, "build", "-q"]
    subprocess.run(command, cwd=project, env=ENVIRONMENT, check=True)
    return project / "site"


@pytest.fixture
def visit(stock, chromium, tmp_path):
    """打开改过的网站，`without` 那一条不改；得到标签页。"""
    contexts = []

    def open_site(without: str = ""):
        folder = tmp_path / (without or "all")
        shutil.copytree(stock, folder)
        apply(folder, without)
        server = serve(folder)
        tab = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
        contexts.append((tab.context, server))
        tab.requested = []
        tab.on("request", lambda request: tab.requested.append(request.url))
        tab.address = server.__enter__() + "page/"
        tab.goto(tab.address, wait_until="networkidle")
        tab.wait_for_function("window.document$")  # Material 的脚本运行完
        return tab

    yield open_site
    for context, server in contexts:
        context.close()
        server.__exit__(None, None, None)


def search(tab, query: str) -> set[str]:
    """搜到的第一条里标出来的词；什么也没有搜到是空集。"""
    open_search(tab, tab.address)
    tab.keyboard.insert_text(query)
    result = tab.locator(".md-search-result__item > a").last
    try:
        result.wait_for(timeout=2000)
    except TooLate:
        return set()
    return {*result.locator("mark").all_inner_texts()}


def fetches(tab, part: str) -> bool:
    return any(part in url for url in tab.requested)


# 补丁的名字 → 读者做得成吗。
WORKS = {
    "search-dialog-name": lambda tab: tab.locator("[role=dialog][aria-label]").count(),
    "breadcrumb-name": lambda tab: tab.locator("[aria-label=面包屑]").count(),
    "deferred-script": lambda tab: tab.locator("script[src*=bundle][defer]").count(),
    "last-word": lambda tab: search(tab, "隐藏状态") == {"隐藏", "状态"},
    "last-character": lambda tab: search(tab, "交叉熵") == {"交叉", "熵"},
    "double-star": lambda tab: (
        search(tab, "隐藏状态") and not tab.locator(".md-search-result__terms").count()
    ),
    "input-event": lambda tab: search(tab, "隐藏"),
    "search-index-on-use": lambda tab: not fetches(tab, "search_index"),
    "search-worker-on-use": lambda tab: not fetches(tab, "workers/search"),
    "highlight-on-use": lambda tab: not fetches(tab, "search_index"),
    "code-buttons": lambda tab: not tab.locator("nav.md-code__nav").count(),
}


@pytest.mark.parametrize("name", [patch["name"] for patch in PATCHES])
def test_patch_is_needed(name, visit):
    assert WORKS[name](visit()), f"改了「{name}」，读者还是做不成"
    assert not WORKS[name](visit(without=name)), (
        f"Material 修好了「{name}」：从 rnn_notes/patches.toml 里删掉它"
    )
