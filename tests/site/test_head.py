"""放到网上之后用得着的：描述、规范网址、404、robots、编辑链接、CSP。"""

import re
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from builder import build, tiny
from contract import built_path, fail_if, project

# 建成的页 → 它的 Markdown。
SOURCES = {built_path(page): page for page in project.pages}


def test_every_page_has_its_own_description():
    """没有写的，Material 用整个网站的：搜到的各页就都说一样的话。"""
    problems, seen = [], {}
    for page in project.pages:
        place = project.find(page.path, "description:")
        said = page.meta.get("description")
        if not said:
            problems.append(f"{place}：头部要有 description，说这一页讲什么")
        elif (first := seen.setdefault(said, place)) != place:
            problems.append(f"{place}：description 与 {first} 的相同：说这一页讲什么")
    fail_if(problems)


def test_head_says_what_the_page_is(written, home):
    for page, soup in written.items():
        source = SOURCES[page]
        tags = soup.select("meta[name], meta[property]")
        content = {tag.get("name") or tag["property"]: tag["content"] for tag in tags}
        assert content["description"] == source.meta["description"], page
        assert content["og:description"] == source.meta["description"], page
        assert content["og:title"] == soup.h1.find(string=True), page
        assert content["og:site_name"] in soup.title.get_text(), page
        address = home + page.removesuffix("index.html")
        assert content["og:url"] == address
        assert soup.select_one("link[rel=canonical]")["href"] == address
        assert soup.html["lang"] == "zh"


def test_footer_follows_the_settings(html, tmp_path):
    footer = html["index.html"].select_one(".md-copyright")
    assert [link.get_text() for link in footer.select("a")] == ["离线版"]
    settings = {"REPORT_URL": "mailto:a@example.org", "TEXT_LICENSE": "CC BY 4.0"}
    page = build(tiny(tmp_path), tmp_path / "site", **settings) / "index.html"
    footer = BeautifulSoup(page.read_text("utf-8"), "html.parser").footer
    assert footer.select_one("a[href='mailto:a@example.org']").get_text() == "报告错误"
    assert "CC BY 4.0" in footer.get_text()


def test_every_page_has_a_way_around(written):
    assert written.keys() == SOURCES.keys()
    for page, soup in written.items():
        assert len(soup.select("h1")) == 1, page  # 次序由 axe 看
        assert soup.select_one(".md-source-file__fact"), f"{page} 没有日期"
        assert soup.select(".md-footer__link"), f"{page} 没有上一页、下一页"
        if page != "index.html":
            assert soup.select_one(".md-path__link"), f"{page} 没有面包屑"


def test_every_code_block_is_titled_with_its_program(written):
    for page, soup in written.items():
        source = SOURCES[page]
        blocks = soup.select("article .language-python.highlight")
        above = [block.find_previous_sibling() for block in blocks]
        titles = [t.get_text() for t in above if t and t.get("class") == ["filename"]]
        shown = [project.name(source.include(fence).path) for fence in source.code]
        every = [name.get_text() for name in soup.select("article .filename")]
        assert titles == shown == every, page


def test_search_engines_are_told_of_every_page(written, site, home):
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    addresses = {home + page.removesuffix("index.html") for page in written}
    assert {*re.findall("<loc>(.*?)</loc>", sitemap)} == addresses
    robots = f"User-agent: *\nAllow: /\nSitemap: {home}sitemap.xml"
    assert (site / "robots.txt").read_text("utf-8") == robots


def test_404_leads_home(html, home):
    page = html["404.html"]
    assert page.h1.get_text() == "没有这一页"
    assert urljoin(home, page.select_one("article p a")["href"]) == home


def test_policy_stops_an_injected_script(tab, url):
    tab.goto(url)
    tab.evaluate("document.body.append(document.createElement('script'))")
    tab.evaluate("document.scripts[document.scripts.length - 1].text = 'injected = 1'")
    assert tab.evaluate("window.injected") is None


def test_edit_link_follows_the_setting(html, tmp_path):
    assert not html["index.html"].select("[rel=edit]")
    setting = "https://example.org/edit/main/docs/"
    site = build(tiny(tmp_path), tmp_path / "site", EDIT_URL=setting)
    soup = BeautifulSoup((site / "index.html").read_text("utf-8"), "html.parser")
    assert soup.select_one("[rel=edit]")["href"] == f"{setting}index.md"
