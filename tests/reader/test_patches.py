"""对 Material 的每一处改动都还需要：在一页的原版网站上，改了读者做得成，不改做不成。"""

import shutil
import subprocess
from contextlib import suppress
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
nav: [index.md, {节: [page.md, other.md]}]
plugins:
  - search:
      lang: zh
      separator: '[\s\u200b\-]+'
      fields: {page: {}, words: {of: {"other/#_3": LSTM}}}
"""
PAGE = "# 页\n\n## 记忆\n\nRNN 的隐藏状态、状况与交叉熵。\n\n```python\nx = 1\n```\n"
OTHER = "# 训练\n\n## 梯度\n\n导数。\n\n## 一轮\n\n梯度、损失。\n\n## AdamW AdamW\n\n## Adam"


@pytest.fixture(scope="module")
def stock(tmp_path_factory):
    project = tmp_path_factory.mktemp("stock")
    (project / "docs").mkdir()
    files = {"docs/index.md": "# 首页", "docs/page.md": PAGE, "mkdocs.yml": CONFIG}
    files["docs/other.md"] = OTHER
    for name, text in files.items():
        (project / name).write_text(text, "utf-8")
    subprocess.run([*MKDOCS, "build"], cwd=project, env=ENVIRONMENT, check=True)
    return project / "site"


def search(tab, query: str) -> set[str]:
    """搜到的第一条里标出来的词；什么也没有搜到、或报告有词「缺少」，是空集。"""
    open_search(tab, tab.url)
    tab.keyboard.insert_text(query)
    result = tab.locator(".md-search-result__item > a").last
    with suppress(TooLate):
        result.wait_for(timeout=2000)
    missed = tab.locator(".md-search-result__terms").count()
    return set() if missed else {*result.locator("mark").all_inner_texts()}


def first(tab, query: str) -> list[str]:
    """搜到的第一个小节的标题；没有、或报告有词「缺少」，是空的。"""
    search(tab, query)
    section = tab.locator(".md-search-result__item > a:not(:first-child)").first
    missed = section.locator(".md-search-result__terms").count()
    return [] if missed else section.locator("h2").all_inner_texts()


def fetches(tab, part: str) -> bool:
    return any(part in url for url in tab.requested)


# 补丁的名字 → 读者做得成吗。
WORKS = {
    "search-dialog-name": lambda tab: tab.locator("[role=dialog][aria-label]").count(),
    "skip-link-name": lambda tab: tab.get_by_text("跳到正文").count(),
    "header-button-names": lambda tab: (
        tab.get_by_role("img", name="菜单", include_hidden=True).count()
        and tab.get_by_role("img", name="搜索", include_hidden=True).count()
    ),
    "breadcrumb-name": lambda tab: tab.locator("[aria-label=面包屑]").count(),
    "no-prefetch": lambda tab: not tab.locator("link[rel=prev]").count(),
    "address-on-paper": lambda tab: tab.locator("html[style*=':8000/page/']").count(),
    "deferred-script": lambda tab: tab.locator("script[src*=bundle][defer]").count(),
    "last-word": lambda tab: search(tab, "隐藏状态") == {"隐藏", "状态"},
    "last-character": lambda tab: search(tab, "交叉熵") == {"交叉", "熵"},
    "double-star": lambda tab: search(tab, "隐藏状态"),
    "same-words": lambda tab: search(tab, "ＲＮＮ隐藏") == {"RNN", "隐藏"},
    "unknown-character": lambda tab: search(tab, "交叉鹏熵") == {"交叉", "熵"},
    "optional-words": lambda tab: search(tab, "怎么隐藏") == {"隐藏"},
    "all-words-first": lambda tab: first(tab, "梯度损失") == ["一轮"],
    "whole-words-first": lambda tab: first(tab, "Adam") == ["Adam"],
    "more-words": lambda tab: first(tab, "LSTM训练") == ["一轮"],
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
    fixed = f"Material 修好了「{name}」：从 rnn_notes/patches.toml 里删掉它"
    rest = stock, chromium
    assert works(name, "", *rest, tmp_path / "all"), f"改了「{name}」，读者还是做不成"
    assert not works(name, name, *rest, tmp_path / "without"), fixed
