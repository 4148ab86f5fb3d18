"""离线包：解压后从磁盘打开，断着网，读者要用的都能用。"""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from browser import painted
from builder import ENVIRONMENT
from contract import ROOT, fail_if
from playwright.sync_api import expect

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
    """断了网的标签页；到最后没有报错，也没有磁盘以外的请求。"""
    errors = []
    with chromium.new_page(offline=True) as tab:
        tab.on("console", lambda m: m.type == "error" and errors.append(m.text))
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.on("request", lambda r: r.url.startswith("http") and errors.append(r.url))
        yield tab
    assert errors == []


def test_every_page_opens_and_its_links_lead_to_files(tab, folder):
    """没有服务器把目录变成 index.html。从磁盘不许加载模块：组件里看到的是静态图。"""
    missing, components = [], 0
    for page in sorted({*folder.glob("*.html")} - {folder / "404.html"}):
        tab.goto(page.as_uri(), wait_until="networkidle")
        expect(tab.locator("h1")).to_be_visible()
        # 「本站」在磁盘上没有确定的意思，各浏览器不同，所以没有安全策略。
        expect(tab.locator("meta[http-equiv=Content-Security-Policy]")).to_have_count(0)
        for component in tab.locator(":not(:defined)").all():
            component.scroll_into_view_if_needed()
            painted(tab)
            assert component.locator("svg.fig").bounding_box()["width"] > 400, page
            components += 1
        links = tab.locator("a[href], link[href], script[src]")
        for target in links.evaluate_all("all => all.map(e => e.href || e.src)"):
            url = urlsplit(target)
            if url.scheme == "file" and not Path(url2pathname(url.path)).is_file():
                missing.append(f"{page.name}：{target} 指向的不是文件")
    fail_if(missing)
    assert components >= 2
    tab.goto((folder / "index.html").as_uri())
    tab.locator("article a[href^='mathematics.html']").first.click()
    tab.wait_for_url("**/mathematics.html*")
    for selector in ("math", "svg.fig", ".language-python code", ".language-text code"):
        expect(tab.locator(f"article {selector}").first).to_be_visible()
    # 样式表也读到了：输出块左边有一道线。
    output = tab.locator(".language-text.highlight").first
    expect(output).not_to_have_css("border-left-width", "0px")


def test_search_finds_chinese_and_leads_to_the_section(tab, folder):
    tab.goto((folder / "index.html").as_uri())
    tab.locator(".md-search__input").click()
    tab.keyboard.insert_text("隐藏状态")
    tab.keyboard.press("Shift")  # 输入法上屏时也有按键抬起，搜索框等的就是它
    title = re.compile("\u200b?".join("隐藏状态"))  # 分词用的零宽空格也在结果里
    tab.locator(".md-search-result__link:visible", has_text=title).first.click()
    tab.wait_for_url("**/*.html*#*")
    expect(tab.locator(":target")).to_be_visible()
