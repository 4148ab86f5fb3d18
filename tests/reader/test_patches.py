"""对 Material 的每一处改动都还需要：改了，读者做得成；不改，做不成。

在只有一页的原版 Material 网站上看，与课文无关。
"""

import shutil
import subprocess
from pathlib import Path

import pytest
from browser import open_search, serve
from builder import ENVIRONMENT, MKDOCS
from playwright.sync_api import TimeoutError as TooLate

from rnn_notes.finish import PATCHES, patched

CONFIG = r"""
site_name: 原版
site_url: http://127.0.0.1:8000/
theme: {name: material, language: zh, font: false, features: [content.code.copy, search.highlight, navigation.path]}
nav: [index.md, {节: [page.md]}]
plugins: [{search: {lang: zh, separator: '[\s\u200b\-]+'}}]
"""
PAGE = "# 页\n\n## 记忆\n\n隐藏状态与交叉熵。\n\n```python\nx = 1\n```\n"


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


def search(tab, query: str) -> set[str]:
    """搜到的第一条里标出来的词；什么也没有搜到是空集。"""
    open_search(tab, tab.url)
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


def works(name: str, without: str, stock: Path, chromium, folder: Path) -> bool:
    """打开改过的网站，`without` 那一条不改：`name` 说的事，读者做得成吗。"""
    shutil.copytree(stock, folder)
    for path in [*folder.rglob("*.html"), *folder.rglob("*.min.js")]:
        text = patched(path.read_text("utf-8"), path, without)
        path.write_text(text, "utf-8")
    size = {"width": 1280, "height": 900}
    with serve(folder) as address, chromium.new_page(viewport=size) as tab:
        tab.requested = []
        tab.on("request", lambda request: tab.requested.append(request.url))
        tab.goto(address + "page/", wait_until="networkidle")
        tab.wait_for_function("window.document$")  # Material 的脚本运行完
        return bool(WORKS[name](tab))


@pytest.mark.parametrize("name", [patch["name"] for patch in PATCHES])
def test_patch_is_needed(name, stock, chromium, tmp_path):
    rest = stock, chromium
    assert works(name, "", *rest, tmp_path / "all"), f"改了「{name}」，读者还是做不成"
    assert not works(name, name, *rest, tmp_path / "without"), (
        f"Material 修好了「{name}」：从 rnn_notes/patches.toml 里删掉它"
    )
