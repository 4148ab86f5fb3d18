"""建站的三步，每一步单独是从目录到目录的函数。"""

import re
import shutil
import zipfile

import mkdocs_jupyter.config
import pytest
from builder import build
from contract import ROOT, program_problems, project
from fontTools.ttLib import TTFont
from mkdocs_jupyter.plugin import Plugin

from rnn_notes.finish import finish, patched
from rnn_notes.lesson import Project
from rnn_notes.math_font import cut, needed
from rnn_notes.prepare import prepare

PAGE = """\
<html><head><meta charset="utf-8"><title>页</title>
<link rel="stylesheet" href="assets/one.css">
<link rel="stylesheet" href="assets/two.css">
<script>first()</script></head>
<body><div role="dialog"></div><math><mi>x</mi><mo>∑</mo></math>
    <code><span class="n">x</span> <span class="k">if</span></code>
<pre>if x:
    y</pre>
<script src="assets/javascripts/bundle.0.min.js"></script></body></html>
"""
PLAIN = "<p>不是 Material 的页面"
LUNR = "assets/javascripts/lunr/min/lunr."
BUILT = {
    "index.html": PAGE,
    "plain.html": PLAIN,
    "assets/one.css": "a{color:red}a .none,[dir=rtl]{color:red}.t--on{}",
    "assets/two.css": "b,.k:not(.none),:is(.none,a){color:blue}\n/*# sourceMappingURL=two.css.map */",
    "assets/javascripts/bundle.0.min.js": "theirs(`t--${e}`)",
}
# 写在一页课文里的脚本，CSP 不许；样式表不合进去。
TYPED = '<script>typed()</script><link rel="stylesheet" href="assets/typed.css"><math>'
BUILT |= {"typed.html": PAGE.replace("<math>", TYPED), "assets/typed.css": "i{}"}
KEPT = {*BUILT} - {"assets/one.css", "assets/two.css"} | {f"{LUNR}zh.min.js"}
BUILT |= dict.fromkeys((f"{LUNR}de.min.js", f"{LUNR}zh.min.js"), "")
BUILT |= {"assets/two.css.map": "", "assets/iframe-worker.js": ""}


def test_finish_merges_prunes_and_secures(tmp_path):
    """别的工具建成的小网站：Material 的页面，别人的脚本。"""
    for name, text in BUILT.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    finish(tmp_path)
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    [sheet] = tmp_path.glob("assets/site.*")
    assert {*files} == {sheet, *(tmp_path / name for name in KEPT)}
    css = sheet.read_text("utf-8")
    assert css.startswith(
        "a{color:red}.t--on{}b,.k:not(.none),:is(.none,a){color:blue} @"
    )
    page = (tmp_path / "index.html").read_text("utf-8")
    assert page.count("stylesheet") == 1
    assert f'<link rel="stylesheet" href="assets/{sheet.name}">' in page
    assert '<div role="dialog">' in page  # 不是 Material 建的，不照它改
    assert '\n<code>x <span class="k">if</span></code>' in page
    assert "<pre>if x:\n    y</pre>" in page
    [policy] = re.findall('<meta charset="utf-8"><meta http-equiv="[^>]+>', page)
    assert policy in (tmp_path / "typed.html").read_text("utf-8")
    assert (tmp_path / "plain.html").read_text("utf-8") == PLAIN


def test_font_has_every_character_of_the_formulas(tmp_path):
    characters = needed('<mi>x</mi><mi mathvariant="normal">y</mi><mtext>汉 √</mtext>')
    assert characters == {"𝑥", "y", "√"}
    (tmp_path / "font").write_bytes(cut(characters))
    assert {*map(chr, TTFont(tmp_path / "font").getBestCmap())} >= characters | {"("}


def test_changed_material_script_is_reported(tmp_path):
    with pytest.raises(SystemExit, match=r"bundle\.0\.min\.js.*现在有 0 处.*先去掉"):
        patched('t=new Worker(e);h(window,"keyup")', tmp_path / "bundle.0.min.js")


def test_prepare_writes_only_what_changed_and_is_needed(tmp_path):
    """只有一课的项目：没变的不重写，不再有的删掉。"""
    for name in ("docs/concepts.md", "mkdocs.yml", "snippets/environment.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(project.root / name, tmp_path / name)
    for name in ("docs/assets", "snippets/concepts"):
        shutil.copytree(project.root / name, tmp_path / name)
    docs, lesson = tmp_path / "docs", tmp_path / "snippets/concepts"

    def prepared() -> dict:
        prepare(Project(tmp_path), "https://example.org/")
        found = [*docs.glob("notebooks/**/*"), *docs.glob("snippets/**/*")]
        return {path: path.stat().st_mtime_ns for path in found if path.is_file()}

    before = prepared()
    names = {path.name for path in before}
    assert names > {"seattle_weather.csv", *(p.name for p in lesson.glob("*.py"))}
    (docs / "snippets/concepts/gone.py").write_text("", "utf-8")
    assert prepared() == before
    with (lesson / "weather.py").open("a", encoding="utf-8") as program:
        program.write("# 改了\n")
    changed = {path.name for path, time in prepared().items() if before[path] != time}
    needed = {"weather.py", "concepts.zip"}
    assert needed <= changed <= needed | {"concepts.ipynb"}


# 编辑器、同步软件、系统留下的：{0} 是旁边文件的名字，{1} 与 {2} 是它的两半。
LEFT = """.{0}.swp {0}~ #{0}# .#{0} {0}.orig {0}.bak {0}.rej .DS_Store Thumbs.db 4913
    .~lock.{0}# ~${0} {1}.sync-conflict-1{2} {1}.tmp{2} ~{0} untitled.txt desktop.ini
    __pycache__/{1}.pyc .ipynb_checkpoints/{0} .idea/{0} {0}.d/{0}""".split()  # noqa: SIM905
LEFT += ["{1} (conflicted copy){2}", "{1} 2{2}", "{1}(1){2}", "副本 {0}"]
BESIDE = ["docs/lesson.md", "docs/assets/extra.css", "docs/assets/live/rnn-sample.js"]
BESIDE += [
    f"snippets/lesson/{name}" for name in ("double.py", "double.out", "line.svg")
]


def test_only_content_is_published(tmp_path):
    """留下的文件、没有去处的链接、名字像文件的目录：建得成，一个也不发布。"""
    small = project.root / "tests/project/small_site"
    for name, source in {"docs": small, "snippets": small, "rnn_notes": ROOT}.items():
        shutil.copytree(source / name, tmp_path / name)
    config = (small / "mkdocs.yml").read_text("utf-8")
    config = config.replace("{mkdocs.yml}", f"{ROOT.as_posix()}/mkdocs.yml")
    (tmp_path / "mkdocs.yml").write_text(config, "utf-8")
    junk = "留下的内容"
    for beside in map(tmp_path.joinpath, BESIDE):
        for name in LEFT:
            parts = beside.name, beside.stem, beside.suffix
            path = beside.parent / name.format(*parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(junk, "utf-8")
        beside.with_stem("folder").mkdir()
        for name in (f".#old{beside.suffix}", f"gone{beside.suffix}"):
            (beside.parent / name).symlink_to("nowhere")
    site = build(Project(tmp_path), tmp_path / "site")
    assert (site / "assets/javascripts").exists()  # 主题的也归 exclude_docs 管
    archive = zipfile.ZipFile(site / "snippets/lesson.zip")
    found = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    found |= {name: archive.read(name) for name in archive.namelist()}
    assert [name for name, content in found.items() if junk.encode() in content] == []
    # 看得见的 .py，检查会说。
    told = [text for text in program_problems(Project(tmp_path)) if "不会发布" in text]
    assert len(told) == 9


def test_mkdocs_jupyter_still_has_no_choice_of_template():
    """有了选模板的选项，就不用 rnn_notes/notebook_page.py 换掉它的模板目录。"""
    options = {name for name, _ in Plugin.config_scheme}
    assert not [name for name in options if re.search("template|style|css", name)]
    assert hasattr(mkdocs_jupyter.config.settings, "templates_dir")
