"""读者带走的：笔记本在 Jupyter 里从上到下运行，程序一个文件单独运行，印出的都是记录。"""

import ast
import json
import re
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from compare import difference, same_drawing
from nbclient import NotebookClient
from pages import EXEMPTION, Project, fail_if
from records import DURATION
from runner import Block, run

from rnn_notes.standalone import is_rewritten, standalone

LESSONS = sorted(
    path.name
    for path in project.snippets.iterdir()
    if path.is_dir() and path.name != "index"
)
lessons = pytest.mark.parametrize("lesson", LESSONS)
# 只有网站才懂的写法。
SITE_ONLY = re.compile(
    r"--8<--|^///|\{ [#.]|\\label|\\eqref|<(?!a id=)[a-z]|\.md\b", re.MULTILINE
)
NOT_PROSE = re.compile(r"```.*?```|\$\$.*?\$\$|`[^`\n]+`|\$[^$\n]+\$", re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")


def read(site: Path, lesson: str) -> nbformat.NotebookNode:
    return nbformat.read(site / f"notebooks/{lesson}/{lesson}.ipynb", as_version=4)


def printed(cell) -> str:
    """一个代码单元印出的；别的输出原样写出来，比较时就看得见。"""
    return "".join(
        o.text if o.output_type == "stream" and o.name == "stdout" else f"{o}\n"
        for o in cell.outputs
    )


@lessons
def test_notebook_runs_in_jupyter(lesson, site, tmp_path):
    """在空目录里运行，所以程序要读的文件也得在笔记本里。"""
    recorded, run = read(site, lesson), read(site, lesson)
    nbformat.validate(recorded)
    where = {"metadata": {"path": tmp_path}}
    NotebookClient(run, timeout=60, resources=where).execute()
    for before, after in zip(recorded.cells, run.cells, strict=True):
        if before.cell_type == "code":
            found = map(EXEMPTION.match, before.source.splitlines())
            exemptions = [match["text"] for match in found if match]
            names = f"{lesson}.ipynb {before.id} 的输出", "现在印出的"
            diff = difference(printed(before), printed(after), *names, exemptions)
            assert not diff, diff


@lessons
def test_notebook_shows_the_whole_lesson(lesson, site):
    """课文里的每段代码、每份记录、每张图，次序不变。"""
    page = next(page for page in project.pages if page.path.stem == lesson)
    cells = read(site, lesson).cells
    shown = {"python": [], "text": []}
    for fence in page.fences:
        if fence.language in shown:
            text = project.shown(page.include(fence)).strip("\n")
            shown[fence.language].append(text)
    code = [c for c in cells if c.cell_type == "code" and "tags" not in c.metadata]
    assert [cell.source for cell in code] == shown["python"]
    assert [c.outputs[0].text.strip("\n") for c in code if c.outputs] == shown["text"]
    pictures = sum("](data:image/svg+xml" in cell.source for cell in cells)
    assert pictures == len(re.findall(r'^--8<-- ".*\.svg"$', page.text, re.MULTILINE))


@lessons
def test_notebook_has_no_site_only_syntax(lesson, site, home):
    notebook = read(site, lesson)
    prose = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    plain = NOT_PROSE.sub("", "\n".join(prose))
    assert SITE_ONLY.findall(plain) == []
    anchors = set(re.findall(r'<a id="([\w-]+)"></a>', plain))
    fail_if(
        f"{lesson}.ipynb：链接 {target} 在下载的笔记本里到不了"
        for target in LINK.findall(plain)
        if not target.startswith(("http", home)) and target[1:] not in anchors
    )


@lessons
def test_notebook_needs_only_what_it_names(lesson, site):
    cells = read(site, lesson).cells
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    imported = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            imported |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module.partition(".")[0])
    needed = imported - sys.stdlib_module_names
    # NumPy 是画图的 Matplotlib 带来的。
    assert needed <= {"torch", "numpy"}
    [named] = re.findall(r"`pip install ([\w ]+)`", cells[0].source)
    assert set(named.split()) == needed


@lessons
def test_notebook_page_numbers_like_the_lesson(lesson, html):
    """公式的编号在笔记本里是写上去的，要与课文的相同。"""

    def numbers(page: str) -> list[str]:
        links = html[page].select("article a[href^='#eq']")
        return [link.get_text().strip("()") for link in links]

    def captions(page: str, selector: str) -> list[str]:
        text = [tag.get_text() for tag in html[page].select(f"article {selector}")]
        return [t for t in text if re.fullmatch(r"[图表] \d+", t.strip())]

    course, copy = f"{lesson}/index.html", f"notebooks/{lesson}/index.html"
    assert numbers(copy) == numbers(course)
    assert captions(copy, "strong") == [
        text.strip() for text in captions(course, ".caption-prefix")
    ]


@lessons
def test_notebook_page_leads_to_the_lesson(lesson, html, home, site):
    page = html[f"notebooks/{lesson}/index.html"]
    assert page.select_one("link[rel=canonical]")["href"] == f"{home}{lesson}/"
    assert page.select_one(f"article a[href='../../{lesson}/']")
    assert page.select_one("article a[download]")["href"] == f"{lesson}.ipynb"
    assert not page.select("article style, article script")
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    assert not [d for d in index["docs"] if d["location"].startswith("notebooks/")]
    assert "notebooks/" not in (site / "sitemap.xml").read_text("utf-8")


@lessons
def test_lesson_offers_its_programs(lesson, site, html):
    """每个程序一个文件，全部程序一个 zip；开头都说展示什么、要多久。"""
    links = html[f"{lesson}/index.html"].select("article a[download]")
    offered = {(site / lesson / link["href"]).resolve() for link in links}
    archive = zipfile.ZipFile(site / f"snippets/{lesson}.zip")
    assert Path(archive.filename) in offered
    for program in (project.snippets / lesson).glob("*.py"):
        name = f"{lesson}/{program.name}"
        downloaded = site / "snippets" / name
        assert archive.read(name) == downloaded.read_bytes()
        assert f"{lesson}/{program.stem}.out" in archive.namelist()
        source = downloaded.read_text("utf-8")
        if not is_rewritten(program):
            original = ast.parse(program.read_text("utf-8"))
            assert ast.dump(ast.parse(source)) == ast.dump(original)
        assert "--8<--" not in source
        assert ast.get_docstring(ast.parse(source)).partition("\n")[0]
        assert DURATION.search(source)
    shown = {
        site / "snippets" / page.include(fence).path.relative_to(project.snippets)
        for page in project.pages
        for fence in page.code
        if page.path.stem == lesson
    }
    assert shown <= offered


REWRITTEN = list(filter(is_rewritten, project.programs))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """改写过的程序，每个单独放在一个目录里。"""
    folder = tmp_path_factory.mktemp("programs")
    standalone(REWRITTEN, folder)
    return folder


@pytest.mark.parametrize(
    "program", REWRITTEN, ids=lambda p: p.relative_to(project.snippets).as_posix()
)
def test_rewritten_program_runs_alone(program, folder, tmp_path):
    """取用别的程序的、画图的：下载一个文件就能运行，印出、画出的与记录相同。"""
    name = program.relative_to(project.snippets)
    alone = tmp_path / name.name
    alone.write_text((folder / name).read_text("utf-8"), "utf-8")
    for file in program.parent.iterdir():
        if file.suffix not in {".py", ".out", ".svg"}:
            (tmp_path / file.name).write_bytes(file.read_bytes())
    assert "rnn_notes" not in alone.read_text("utf-8").replace('"rnn_notes"', "")
    [result] = run([Block(alone.read_text("utf-8"), alone)], cwd=tmp_path)
    assert not result.error, result.error
    recorded = program.with_suffix(".out").read_text("utf-8")
    names = project.name(program.with_suffix(".out")), "下载的程序印出的"
    assert not difference(recorded, result.stdout, *names, project.exemptions(program))
    figure = program.with_suffix(".svg")
    if figure.exists():
        drawn = alone.with_suffix(".svg").read_text("utf-8")
        assert same_drawing(figure.read_text("utf-8"), drawn)
