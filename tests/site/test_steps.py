"""建站的三步，每一步单独是从目录到目录的函数。"""

import re
import shutil

import mkdocs_jupyter.config
import pytest
from contract import project
from fontTools.ttLib import TTFont
from mkdocs_jupyter.plugin import Plugin

from rnn_notes.finish import finish
from rnn_notes.lesson import Project
from rnn_notes.math_font import cut, needed
from rnn_notes.patches import patched
from rnn_notes.prepare import prepare

PAGE = """\
<html><head><meta charset="utf-8"><title>页</title>
<link rel="stylesheet" href="assets/one.css">
<link rel="stylesheet" href="assets/two.css">
<script>first()</script></head>
<body><div role="dialog"></div><math><mi>x</mi><mo>∑</mo></math>
<code><span class="n">x</span> <span class="k">if</span></code>
<script src="assets/javascripts/bundle.0.min.js"></script></body></html>
"""


@pytest.fixture
def built(tmp_path):
    """别的工具建成的小网站：Material 的页面，别人的脚本。"""
    for name, text in {
        "index.html": PAGE,
        "plain.html": "<p>不是 Material 的页面",
        "assets/one.css": "a{color:red}",
        "assets/two.css": "b{color:blue}\n/*# sourceMappingURL=two.css.map */",
        "assets/two.css.map": "",
        "assets/iframe-worker.js": "",
        "assets/javascripts/bundle.0.min.js": "theirs()",
        "assets/javascripts/lunr/min/lunr.de.min.js": "",
        "assets/javascripts/lunr/min/lunr.zh.min.js": "",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def test_finish_merges_prunes_and_secures(built):
    finish(built)
    files = {p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()}
    [sheet] = [name for name in files if name.startswith("assets/site.")]
    assert files == {
        *("index.html", "plain.html", sheet),
        "assets/javascripts/bundle.0.min.js",
        "assets/javascripts/lunr/min/lunr.zh.min.js",
    }
    css = (built / sheet).read_text("utf-8")
    assert css.startswith("a{color:red}b{color:blue}@font-face")
    page = (built / "index.html").read_text("utf-8")
    assert page.count("stylesheet") == 1
    assert f'<link rel="stylesheet" href="{sheet}">' in page
    assert '<div role="dialog">' in page  # 不是 Material 建的，不照它改
    assert '<code>x <span class="k">if</span></code>' in page
    assert page.index("Content-Security-Policy") < page.index("<script>")
    assert (built / "plain.html").read_text("utf-8") == "<p>不是 Material 的页面"


def test_finish_without_policy_for_pages_on_disk(built):
    finish(built, csp=False)
    assert "Content-Security-Policy" not in (built / "index.html").read_text("utf-8")


def test_font_has_every_character_of_the_formulas(tmp_path):
    characters = needed('<mi>x</mi><mi mathvariant="normal">y</mi><mtext>汉 √</mtext>')
    assert characters == {"𝑥", "y", "√"}
    (tmp_path / "font").write_bytes(cut(characters))
    assert {*map(chr, TTFont(tmp_path / "font").getBestCmap())} >= characters | {"("}


def test_changed_material_script_is_reported(tmp_path):
    script = tmp_path / "bundle.0.min.js"
    with pytest.raises(SystemExit, match=r"bundle\.0\.min\.js.*现在有 0 处.*先去掉"):
        patched('t=new Worker(e);h(window,"keyup")', script)


@pytest.fixture
def copy(tmp_path):
    """只有一课的项目，还没有准备过。"""
    for name in ("docs/concepts.md", "mkdocs.yml", "snippets/environment.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(project.root / name, tmp_path / name)
    shutil.copytree(project.docs / "assets", tmp_path / "docs/assets")
    shutil.copytree(project.snippets / "concepts", tmp_path / "snippets/concepts")
    return Project(tmp_path)


def generated(copy) -> dict:
    found = [
        *(copy.docs / "notebooks").rglob("*"),
        *(copy.docs / "snippets").rglob("*"),
    ]
    return {path: path.stat().st_mtime_ns for path in found if path.is_file()}


def test_prepare_writes_only_what_changed(copy):
    prepare(copy, "https://example.org/")
    before = generated(copy)
    assert len(before) > len(copy.lessons[0].programs)
    prepare(Project(copy.root), "https://example.org/")
    assert generated(copy) == before
    program = copy.lessons[0].programs[0]
    program.write_text(program.read_text("utf-8") + "# 改了\n", "utf-8")
    prepare(Project(copy.root), "https://example.org/")
    after = generated(copy)
    name = program.name
    changed = {path.name for path in after if before.get(path) != after[path]}
    assert {name, "concepts.zip"} <= changed <= {name, "concepts.zip", "concepts.ipynb"}


def test_prepare_leaves_out_what_editors_leave_behind(copy):
    folder = copy.snippets / "concepts"
    left = [
        ".weather.py.swp",
        ".DS_Store",
        "weather.py~",
        "#weather.py#",
        ".#weather.py",
    ]
    for name in [*left, "notes.txt"]:
        (folder / name).write_text("", "utf-8")
    prepare(copy, "https://example.org/")
    names = {path.name for path in generated(copy)}
    assert names.isdisjoint([*left, "notes.txt"])
    assert "seattle_weather.csv" in names


def test_prepare_removes_what_is_no_longer_there(copy):
    prepare(copy, "https://example.org/")
    gone = copy.docs / "snippets/concepts/gone.py"
    gone.write_text("", "utf-8")
    prepare(Project(copy.root), "https://example.org/")
    assert not gone.exists()


def test_mkdocs_jupyter_still_has_no_choice_of_template():
    """有了选模板的选项，就不用 rnn_notes/notebook_page.py 换掉它的模板目录。"""
    options = {name for name, _ in Plugin.config_scheme}
    assert not [name for name in options if re.search("template|style|css", name)]
    assert hasattr(mkdocs_jupyter.config.settings, "templates_dir")
