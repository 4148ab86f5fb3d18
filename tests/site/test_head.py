"""放到网上之后用得着的：描述、规范网址、404、robots、编辑链接、CSP。"""

from urllib.parse import urljoin

from bs4 import BeautifulSoup
from builder import build, tiny
from contract import project


def test_every_page_describes_itself_and_has_a_way_around(written, site, home):
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    seen = {}
    for page, soup in written.items():
        tags = soup.select("meta[name], meta[property]")
        content = {tag.get("name") or tag["property"]: tag["content"] for tag in tags}
        description = content["description"]
        address = home + page.removesuffix("index.html")
        assert content["og:description"] == description
        assert content["og:title"]
        assert content["og:url"] == address
        assert soup.select_one("link[rel=canonical]")["href"] == address
        assert f"<loc>{address}</loc>" in sitemap
        assert soup.html["lang"] == "zh"
        assert description not in seen, f"{page} 与 {seen[description]} 的描述相同"
        seen[description] = page
        assert len(soup.select("h1")) == 1, page  # 次序由 axe 看
        assert soup.select_one(".md-source-file__fact"), f"{page} 没有日期"
        assert soup.select(".md-footer__link"), f"{page} 没有上一页、下一页"
        if page != "index.html":
            assert soup.select_one(".md-path__link"), f"{page} 没有面包屑"
        for block in soup.select("article .language-python.highlight"):
            title = block.find_previous_sibling()
            assert title and title["class"] == ["filename"], f"{page} 的代码块没有标题"
            assert (project.root / title.get_text()).is_file()
    assert f"Sitemap: {home}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


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
