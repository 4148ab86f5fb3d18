"""读者带走的：笔记本与课文、程序与 snippets/ 里的一字不差，哪里都运行得了。"""

import json
import re
import sys
import zipfile
from copy import copy
from html import escape
from os.path import commonprefix
from urllib.parse import urljoin

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from compare import difference
from contract import fail_if, project
from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin as dollarmath
from nbclient import NotebookClient

lessons = pytest.mark.parametrize("lesson", project.lessons, ids=lambda p: p.path.stem)
# 不比较次序的：网站另加的；输出，在笔记本里总是紧跟着代码。
ADDED = "template, .headerlink, .filename, .lesson-facts, .take-away, .md-source-file"
ADDED += ", .md-content__button, .language-text"
TITLES = "summary, .admonition-title, .caption-prefix"
KEPT = (
    "h1, h2, h3, h4, h5, h6, ul, ol, li, table, tr, th, td, blockquote, br, img, pre, "
    ":not(pre) > code, strong, em, del, sub, sup, mark, a[href]:not(.term)"
)
INTRODUCTION, OPERABLE = "这个笔记本由", "这张图在课文里可以操作"
# Jupyter 的 Markdown：CommonMark、表格、公式；HTML 只用来放锚点。
JUPYTER = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(dollarmath)
JUPYTER.validateLink = bool  # 图是 data: 地址


def essence(soup: BeautifulSoup, address: str, here: str) -> str:
    """一页说的：文字、公式与图的位置、列表、表格、代码、粗体、链接。

    `here` 是这一页的网址，写成课文的网址 `address`。
    """
    soup = copy(soup)
    for tag in soup.select(ADDED):
        tag.decompose()
    for tag in soup.select("p"):
        if tag.get_text().startswith((INTRODUCTION, OPERABLE)):
            tag.decompose()
    for tag in soup.select("math, .math"):
        tag.replace_with("∑")
    for tag in soup.select("svg"):
        texts = (text.get_text() for text in tag.select("title, desc"))
        tag.replace_with(BeautifulSoup().new_tag("img", alt="。".join(texts)))
    for tag in soup.select("img[alt]"):
        # 这个 CommonMark 丢掉 alt 里写成 \\[ 的。
        tag.insert_after(re.sub(r"[\[\]]", "", tag["alt"]))
    for tag in soup.select(TITLES):
        tag.name = "strong"
    for tag in soup.select(f":not({KEPT})"):
        tag.unwrap()
    for tag in soup.find_all(True):
        url = urljoin(here, tag.get("href", "")).replace(here, address)
        tag.attrs = {"href": url} if tag.name == "a" else {}
    return re.sub(r"[\s\u2060\u200b]", "", soup.decode_contents())


def formula(tag: Tag) -> str:
    """锚点、编号前面空多少不算。"""
    return re.sub(' (?:id|rspace)="[^"]*"', "", str(tag))


def place_of(lesson, text: str) -> str:
    """`text` 在课文的哪一行：只比较文字，不管记号与分行。"""
    words, seen = re.match("(?:<[^>]*>)*([^<]*)", text)[1], ""
    clue = re.sub(r"[\W_]", "", words)[:6]
    for number, line in enumerate(project.lines(lesson.path), 1):
        seen += re.sub(r"[\W_]", "", line)
        if clue in seen:
            return lesson.place(number)
    return project.name(lesson.path)


def in_jupyter(notebook) -> BeautifulSoup:
    shown = []
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            shown.append(JUPYTER.render(cell.source))
        elif "tags" not in cell.metadata:
            shown.append(f"<pre>{escape(cell.source)}</pre>")
    return BeautifulSoup("\n".join(shown), "html.parser")


def read(site, lesson) -> nbformat.NotebookNode:
    name = lesson.path.stem
    return nbformat.read(site / f"notebooks/{name}/{name}.ipynb", as_version=4)


def code_of(notebook) -> list:
    cells = notebook.cells
    return [c for c in cells if c.cell_type == "code" and "tags" not in c.metadata]


def test_notebook_runs_in_jupyter(site, tmp_path):
    """在空目录里运行有数据文件、不用训练的第一个：程序要读的文件也得在笔记本里。"""
    lesson = next(
        page
        for page in project.lessons
        if project.data(page.folder) and not any(map(project.product, page.programs))
    )
    recorded, notebook = read(site, lesson), read(site, lesson)
    where = {"metadata": {"path": tmp_path}}
    NotebookClient(notebook, timeout=60, resources=where).execute()
    for before, after in zip(code_of(recorded), code_of(notebook), strict=True):
        old, new = ("".join(o.text for o in c.outputs) for c in (before, after))
        assert not difference(old, new, f"{before.id} 的输出", "现在印出的")


@lessons
def test_notebook_shows_the_whole_lesson(lesson, site):
    """课文里的每段代码、每份记录，次序不变；代码按次序运行过，见页面的检查。"""
    notebook = read(site, lesson)
    nbformat.validate(notebook)
    code, shown = code_of(notebook), {"python": [], "text": []}
    for fence in lesson.fences:
        if fence.language in shown:
            text = project.shown(lesson.include(fence))
            shown[fence.language].append(text.rstrip("\n"))
    assert [cell.source for cell in code] == shown["python"]
    outputs = [output.text for cell in code for output in cell.outputs]
    assert [text.rstrip("\n") for text in outputs] == shown["text"]
    # 要装的包写在开头，不多不少；什么也不要就不写。
    source = "\n".join(shown["python"])
    imports = re.findall(r"^\s*(?:import|from) (\w+)", source, re.MULTILINE)
    named = re.findall(r"`pip install ([\w ]*)`", notebook.cells[0].source)
    needed = {*imports} - sys.stdlib_module_names - {p.stem for p in lesson.programs}
    assert {*" ".join(named).split()} == needed <= {"torch", "numpy"}
    assert bool(named) == bool(needed)


@lessons
def test_notebook_says_what_the_lesson_says(lesson, site, html, home):
    """笔记本页、在 Jupyter 里打开的 .ipynb，都与课文相同，链接在哪里都到得了。"""
    name = lesson.path.stem
    address, viewed = f"{home}{name}/", f"{home}notebooks/{name}/"
    course = html[f"{name}/index.html"].article
    page = html[f"notebooks/{name}/index.html"].article
    opened = in_jupyter(read(site, lesson))
    said, problems = essence(course, address, address), []
    others = {
        "笔记本页": essence(page, address, viewed),
        "Jupyter 里": essence(opened, address, viewed),
    }
    for where, other in others.items():
        same = commonprefix([said, other])
        # 不从标签的中间开始。
        start = max(same.rfind("<"), len(same) * (same.rfind("<") <= same.rfind(">")))
        if said != other:
            part, again = said[start:], other[start:]
            problems.append(
                f"{place_of(lesson, part)}：从「{part[:30]}」起，{where}是「{again[:30]}」："
                "换成网站与 Jupyter 读法相同的写法"
            )
    fail_if(problems)
    exact = {"math": formula, "svg:has(title)": str}
    exact |= {".language-python pre": Tag.get_text, ".language-text pre": Tag.get_text}
    for selector, form in exact.items():
        first, second = ([*map(form, a.select(selector))] for a in (page, course))
        assert first == second, (
            f"{project.name(lesson.path)}：笔记本页的 {selector} 不同"
        )
    ids = [[h["id"] for h in a.select("h1, h2, h3, h4")] for a in (page, course)]
    assert ids[0] == ids[1]
    anchors = {tag["id"] for tag in opened.select("[id]")}
    fail_if(
        f"{lesson.path.stem}.ipynb：链接 {link['href']} 在下载的笔记本里到不了"
        for link in opened.select("a[href]")
        if not link["href"].startswith(("http", home))
        and link["href"][1:] not in anchors
    )


@lessons
def test_notebook_page_stands_behind_the_lesson(lesson, html, home, site):
    """规范网址是课文，搜索与站点地图不收；面包屑通向课文。"""
    name = lesson.path.stem
    page = html[f"notebooks/{name}/index.html"]
    assert page.select_one("link[rel=canonical]")["href"] == f"{home}{name}/"
    assert page.select_one(f"article a[href='../../{name}/']")
    assert page.select(".md-path a")[-1]["href"] == f"../../{name}/"
    assert page.select_one("article a[download]")["href"] == f"{name}.ipynb"
    assert page.select(".md-sidebar--secondary a[href^='#']")
    assert not page.select("article style, article script")
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert not [d for d in index["docs"] if d["location"].startswith("notebooks/")]
    assert "notebooks/" not in (site / "sitemap.xml").read_text("utf-8")


@lessons
def test_downloads_are_the_programs_byte_for_byte(lesson, site, html):
    """只多开头的注释；一个 zip 里是全部程序、数据和没有标记的记录。"""
    name, folder = lesson.path.stem, site / "snippets" / lesson.path.stem
    links = html[f"{name}/index.html"].select("article a[download]")
    offered = {(site / name / link["href"]).resolve() for link in links}
    archive = zipfile.ZipFile(site / f"snippets/{name}.zip")
    files = [*lesson.programs, *project.data(lesson.folder)]
    records = [*lesson.folder.glob("*.out")]
    assert {path.name for path in folder.iterdir()} == {path.name for path in files}
    packed = {f"{name}/{path.name}" for path in [*files, *records]}
    assert {*archive.namelist()} == packed
    for path in files:
        download = (folder / path.name).read_bytes()
        assert download.endswith(path.read_bytes())
        header = download.removesuffix(path.read_bytes()).decode()
        assert all(line.startswith("#") for line in header.splitlines())
        # 说的恰好是要放在一起的；有了它们就运行得了，见程序的检查。
        named = re.findall(r"^# 要与 (\S+) 放在一起", header, re.MULTILINE)
        needed = project.companions(path) if path.suffix == ".py" else []
        assert named == [companion.name for companion in needed]
        assert archive.read(f"{name}/{path.name}") == download
    assert not [r for r in records if b"8<" in archive.read(f"{name}/{r.name}")]
    shown = {folder / lesson.include(fence).path.name for fence in lesson.code}
    assert {*shown, site / f"snippets/{name}.zip"} <= offered
