"""读者带走的：笔记本与课文、程序与 snippets/ 里的一字不差，哪里都运行得了。"""

import json
import re
import shutil
import sys
import zipfile

import nbformat
import pytest
from bs4 import BeautifulSoup
from compare import difference
from contract import exemptions, fail_if, project
from nbclient import NotebookClient
from runner import Block, run

lessons = pytest.mark.parametrize("lesson", project.lessons, ids=lambda p: p.path.stem)
# 只有网站才懂的写法。
SITE_ONLY = r"(?m)--8<--|^///|\{ [#.]|\\label|\\eqref|<(?!a id=)[a-z]|\.md\b"
NOT_PROSE = re.compile(r"```.*?```|\$\$.*?\$\$|`[^`\n]+`|\$[^$\n]+\$", re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def read(site, lesson) -> nbformat.NotebookNode:
    name = lesson.path.stem
    return nbformat.read(site / f"notebooks/{name}/{name}.ipynb", as_version=4)


def code_of(notebook) -> list:
    cells = notebook.cells
    return [c for c in cells if c.cell_type == "code" and "tags" not in c.metadata]


def test_notebook_runs_in_jupyter(site, tmp_path):
    """在空目录里运行有数据文件的那一个，所以程序要读的文件也得在笔记本里。"""
    [lesson] = [page for page in project.lessons if project.data(page.folder)]
    recorded, notebook = read(site, lesson), read(site, lesson)
    where = {"metadata": {"path": tmp_path}}
    NotebookClient(notebook, timeout=60, resources=where).execute()
    for before, after in zip(code_of(recorded), code_of(notebook), strict=True):
        old, new = ("".join(o.text for o in c.outputs) for c in (before, after))
        assert not difference(old, new, f"{before.id} 的输出", "现在印出的")


@lessons
def test_notebook_shows_the_whole_lesson(lesson, site):
    """课文里的每段代码、每份记录、每张图，次序不变；代码按次序运行过，见页面的检查。"""
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
    pictures = sum("](data:image/svg+xml" in cell.source for cell in notebook.cells)
    assert pictures == len(re.findall(r'^--8<-- ".*\.svg"$', lesson.text, re.MULTILINE))
    # 要装的包写在开头，不多不少。
    source = "\n".join(shown["python"])
    imports = re.findall(r"^\s*(?:import|from) (\w+)", source, re.MULTILINE)
    [named] = re.findall(r"`pip install ([\w ]+)`", notebook.cells[0].source)
    needed = {*imports} - sys.stdlib_module_names
    assert {*named.split()} == needed <= {"torch", "numpy"}


@lessons
def test_notebook_has_no_site_only_syntax(lesson, site, home):
    notebook = read(site, lesson)
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    plain = NOT_PROSE.sub("", "\n".join(prose))
    assert re.findall(SITE_ONLY, plain) == []
    anchors = set(re.findall(r'<a id="([\w-]+)"></a>', plain))
    fail_if(
        f"{lesson.path.stem}.ipynb：链接 {target} 在下载的笔记本里到不了"
        for target in LINK.findall(plain)
        if not target.startswith(("http", home)) and target[1:] not in anchors
    )


@lessons
def test_notebook_page_is_the_lesson_again(lesson, html, home, site):
    """公式、图表的编号与课文相同，没有留下 TeX，规范网址是课文，搜索与站点地图不收。"""
    name = lesson.path.stem
    page, course = html[f"notebooks/{name}/index.html"], html[f"{name}/index.html"]

    def texts(soup: BeautifulSoup, selector: str) -> list[str]:
        return [tag.get_text().strip(" ()") for tag in soup.select(selector)]

    equations = "article a[href^='#eq']"
    assert texts(page, equations) == texts(course, equations)
    strong = texts(page, "article strong")
    captions = [text for text in strong if re.fullmatch(r"[图表] \d+", text)]
    assert captions == texts(course, "article .caption-prefix")
    assert len(page.select("article math")) == len(course.select("article math"))
    assert page.select_one("link[rel=canonical]")["href"] == f"{home}{name}/"
    assert page.select_one(f"article a[href='../../{name}/']")
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
        header = download.removesuffix(path.read_bytes())
        assert all(line.startswith(b"#") for line in header.splitlines())
        assert archive.read(f"{name}/{path.name}") == download
    assert not [r for r in records if b"8<" in archive.read(f"{name}/{r.name}")]
    shown = {folder / lesson.include(fence).path.name for fence in lesson.code}
    assert {*shown, site / f"snippets/{name}.zip"} <= offered


@lessons
def test_downloads_run_with_what_they_name(lesson, site, tmp_path):
    """照开头的注释放好，印出的就是记录；别的程序在 test_programs.py 里单独运行过。"""
    folder = site / "snippets" / lesson.path.stem
    for program in lesson.programs:
        text = (folder / program.name).read_text("utf-8")
        named = re.findall(r"^# 要与 (\S+) 放在一起", text, re.MULTILINE)
        if not named:
            assert not project.imported(program), f"{program.name} 没有说要与谁放在一起"
            continue
        alone = tmp_path / program.stem
        alone.mkdir()
        for name in [program.name, *named]:
            shutil.copy(folder / name, alone)
        [result] = run([Block(text, alone / program.name)])
        record = program.with_suffix(".out")
        include = f'--8<-- "{lesson.path.stem}/{record.name}"'
        recorded = project.expand([include]) if record.exists() else ""
        assert not result.error, result.error
        names = project.name(record), "下载的程序印出的", exemptions(project, program)
        assert not difference(recorded, result.stdout, *names)
