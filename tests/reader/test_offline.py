"""离线包：解压后从磁盘打开，断着网，读者要用的都能用。"""

import re
import shutil
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from builder import ENVIRONMENT
from contract import ROOT, fail_if

from rnn_notes import publish


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """解压好的离线包；在副本里做，不改动作者 docs/ 下面要带走的文件。"""
    place, copy = tmp_path_factory.mktemp("磁盘 上"), tmp_path_factory.mktemp("副本")
    for name in ("docs", "rnn_notes", "snippets"):
        shutil.copytree(ROOT / name, copy / name)
    shutil.copy(ROOT / "mkdocs.yml", copy)
    command = [sys.executable, "-m", "rnn_notes.publish", "offline", place]
    subprocess.run(command, cwd=copy, env=ENVIRONMENT, check=True)
    shutil.unpack_archive(place / f"{publish.NAME}.zip", place)
    return place / publish.NAME


@pytest.fixture
def tab(chromium):
    """断了网的标签页；记下报错和磁盘以外的请求。"""
    context = chromium.new_context(offline=True)
    tab = context.new_page()
    tab.errors, tab.foreign = [], []
    tab.on("console", lambda m: m.type == "error" and tab.errors.append(m.text))
    tab.on("pageerror", lambda error: tab.errors.append(str(error)))
    tab.on(
        "request",
        lambda r: r.url.startswith("http") and tab.foreign.append(r.url),
    )
    yield tab
    context.close()


def test_every_page_opens_from_disk(tab, folder):
    for page in sorted(folder.glob("*.html")):
        if page.name == "404.html":  # 只有服务器会给出它
            continue
        tab.goto(page.as_uri(), wait_until="networkidle")
        assert tab.errors == [], page.name
        assert tab.foreign == [], page.name
        assert tab.locator("h1").is_visible()


def test_a_lesson_is_complete(tab, folder):
    tab.goto((folder / "mathematics.html").as_uri())
    for selector in ("math", "svg.fig", ".language-python code", ".language-text code"):
        assert tab.locator(f"article {selector}").first.is_visible(), selector
    # 样式表也读到了：输出块左边有一道线。
    output = tab.locator(".language-text.highlight").first
    assert output.evaluate("e => getComputedStyle(e).borderLeftWidth") != "0px"


def test_components_keep_their_static_figure(tab, folder):
    """从磁盘打开的网页不许加载模块：不去加载，读者看到的是静态图。"""
    for page, element in ("char-rnn", "rnn-train"), ("concepts", "rnn-unrolled"):
        tab.goto((folder / f"{page}.html").as_uri())
        tab.locator(element).scroll_into_view_if_needed()
        tab.wait_for_timeout(300)
        assert tab.locator(f"{element} svg.fig").bounding_box()["width"] > 400
        assert tab.errors == []


def test_search_finds_chinese_and_leads_to_the_section(tab, folder):
    tab.goto((folder / "index.html").as_uri())
    tab.locator(".md-search__input").click()
    tab.keyboard.insert_text("隐藏状态")
    tab.keyboard.press("Shift")  # 输入法上屏时也有按键抬起，搜索框等的就是它
    # 分词用的零宽空格也在结果里。
    title = re.compile("\u200b?".join("隐藏状态"))
    result = tab.locator(".md-search-result__link:visible", has_text=title).first
    result.click()
    tab.wait_for_url("**/*.html*#*")
    assert tab.locator(":target").is_visible()
    assert tab.errors == []


def test_links_lead_to_files(tab, folder):
    """从磁盘打开时没有服务器把目录变成 index.html。"""
    missing = []
    for page in sorted(folder.glob("*.html")):
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        for link in soup.select("a[href], link[href], script[src]"):
            url = urlsplit(link.get("href") or link["src"])
            if url.scheme or url.netloc or not url.path or page.name == "404.html":
                continue
            if not (page.parent / unquote(url.path)).is_file():
                missing.append(f"{page.name}：{link} 指向的不是文件")
    fail_if(missing)
    tab.goto((folder / "index.html").as_uri())
    tab.locator("article a[href^='concepts.html']").first.click()
    tab.wait_for_url("**/concepts.html*")
    assert tab.locator("h1").is_visible()
