"""放到网上之后用得着的：描述、规范网址、404、robots、编辑链接、CSP。"""

import re
from itertools import pairwise
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from builder import build
from contract import project


def test_every_page_describes_itself(written, home):
    seen = {}
    for page, soup in written.items():
        content = {
            tag.get("name") or tag["property"]: tag["content"]
            for tag in soup.select("meta[name], meta[property]")
        }
        description = content["description"]
        assert content["og:description"] == description
        assert content["og:title"]
        address = home + page.removesuffix("index.html")
        assert content["og:url"] == address
        assert soup.select_one("link[rel=canonical]")["href"] == address
        assert soup.html["lang"] == "zh"
        assert description not in seen, f"{page} 与 {seen[description]} 的描述相同"
        seen[description] = page


def test_headings_are_in_order(written):
    for page, soup in written.items():
        levels = [int(h.name[1]) for h in soup.select("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, page
        assert all(b <= a + 1 for a, b in pairwise(levels)), page


def test_pages_have_a_date_and_a_way_around(written):
    for page, soup in written.items():
        assert soup.select_one(".md-source-file__fact"), f"{page} 没有日期"
        assert soup.select(".md-footer__link"), f"{page} 没有上一页、下一页"
        if page not in {"index.html"}:
            assert soup.select_one(".md-path__link"), f"{page} 没有面包屑"


def test_programs_are_named_above_their_code(written):
    for page, soup in written.items():
        for block in soup.select("article .language-python.highlight"):
            title = block.find_previous_sibling()
            assert title and title["class"] == ["filename"], f"{page} 的代码块没有标题"
            assert (project.root / title.get_text()).is_file()


def test_sitemap_and_robots(site, written, home):
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    for page in written:
        assert f"<loc>{home}{page.removesuffix('index.html')}</loc>" in sitemap
    assert f"Sitemap: {home}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def test_404_leads_home(site, home):
    page = BeautifulSoup((site / "404.html").read_text("utf-8"), "html.parser")
    assert page.h1.get_text() == "没有这一页"
    assert urljoin(home, page.select_one("article p a")["href"]) == home


def test_policy_allows_only_known_scripts(site):
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        [policy] = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
        [scripts] = re.findall(r"script-src ([^;]+)", policy)
        assert re.fullmatch(r"'self'( 'sha256-[\w+/]+=*')+", scripts), path
        assert "default-src 'none'" in policy
        # 规定写在第一个脚本之前才管得住它。
        assert html.index(policy) < html.index("<script")
        assert not re.search(r"<[^>]+\son\w+=", html), f"{path} 有内联的事件处理器"


def test_policy_blocks_an_unknown_script(tab, site, addresses):
    tab.goto(addresses[0])
    tab.evaluate(
        "document.body.append(Object.assign(document.createElement('script'),"
        "{textContent: 'window.injected = true'}))"
    )
    assert tab.evaluate("window.injected") is None


def test_edit_link_follows_the_setting(tmp_path):
    setting = "https://example.org/edit/main/docs/"
    for folder, value in (("without", ""), ("with", setting)):
        index = build(project, tmp_path / folder, EDIT_URL=value) / "index.html"
        link = BeautifulSoup(index.read_text("utf-8"), "html.parser").select_one(
            "[rel=edit]"
        )
        assert (link and link["href"]) == (f"{value}index.md" if value else None)
