"""会运行、会取东西、会带人走的，每页只有主题与模板放上的那些，CSP 只许它们。

没有课文的 404 页上有的，就是主题与模板放上的。
"""

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from bs4 import BeautifulSoup
from contract import fail_if, project

# 自己什么也不做的：文字、表格、公式、图、页面的框架，和头部里只说这一页的。
INERT = """html head title body header main nav footer article aside section div span a p
    h1 h2 h3 h4 h5 h6 ul ol li dl dt dd hr br wbr blockquote strong em b i u s del ins sub
    sup kbd small mark abbr cite q code pre ruby rt rp table caption colgroup col thead
    tbody tfoot tr th td details summary figure figcaption img label template
    input[type=radio] input[type=checkbox] math mi mn mo ms mtext mspace mrow mfrac msqrt
    mroot mstyle msub msup msubsup munder mover munderover mmultiscripts mtable mtr mtd
    mpadded mphantom menclose svg g path rect circle ellipse line polyline polygon text
    tspan desc defs marker use clippath lineargradient radialgradient stop pattern
    meta[property] meta[name=description] meta[http-equiv=Content-Security-Policy]
    link[rel=canonical]"""
SCHEMES = {"", "http", "https", "mailto"}
POLICY = (
    "default-src 'none'; script-src 'self' {}; style-src 'self'; "
    "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


def text_of(tag, home: str) -> str:
    """脚本连同内容，别的只有开始标签；各页到网站根的写法不算。"""
    text = str(tag) if tag.name == "script" else str(tag).partition(">")[0]
    return re.sub(rf'"(?:{urlsplit(home).path}|[./]*)(?=assets/|")', '"', text)


def active(soup, home: str) -> Counter:
    tags = soup.select(f":not({','.join(INERT.split())})")
    tags = [tag for tag in tags if not tag.name.startswith("rnn-")]
    return Counter(text_of(tag, home) for tag in tags)


def acting_attributes(soup) -> Iterator[tuple[str, str]]:
    """(在课文里怎样找, 属性)：事件处理器；不是网址的链接，例如 javascript:。"""
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            is_link = name in ("href", "xlink:href", "src")
            wrong = is_link and urlsplit(value).scheme not in SCHEMES
            if wrong or name.startswith("on"):
                yield value, f'{name}="{value}"'


def test_a_page_does_only_what_the_theme_does(site, html, home):
    """单独打开的 SVG 也是一页，里面什么都不许有。"""
    reference, problems = active(html["404.html"], home), {}
    svgs = {
        path.name: BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in site.rglob("*.svg")
    }
    for page, soup in (html | svgs).items():
        known = reference if page in html else Counter()
        # 笔记本页的内容是课文的。
        name = page.removeprefix("notebooks/").removesuffix("index.html").strip("/")
        file, found = project.docs / f"{name or 'index'}.md", active(soup, home)
        typed = [(re.match(r"<[\w-]+", text)[0], text) for text in found - known]
        for clue, text in [*typed, *acting_attributes(soup)]:
            place = project.find(file, clue) if file.exists() else page
            problems[f"{place}：页面不许自己运行、取、跳转：删掉 {text[:80]}"] = None
        problems |= {f"{page}：少了主题的 {text[:80]}": None for text in known - found}
    fail_if(problems)


def test_policy_allows_only_those_scripts(html, home):
    known = active(html["404.html"], home)
    for page, soup in html.items():
        scripts = [s for s in soup.select("script") if not s.attrs]
        scripts = [s for s in scripts if text_of(s, home) in known]
        hashes = [hashlib.sha256(s.string.encode()).digest() for s in scripts]
        allowed = " ".join(f"'sha256-{base64.b64encode(h).decode()}'" for h in hashes)
        [policy] = soup.select("meta[http-equiv=Content-Security-Policy]")
        assert policy["content"] == POLICY.format(allowed), page
        # 规定写在一切之前才管得住它们。
        assert policy is soup.head.select("*")[1], page
