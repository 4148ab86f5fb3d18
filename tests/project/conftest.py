"""小站点：small_site/ 里的页面与程序，加上本项目自己的检查与配置，在另一个目录里。"""

import shutil
import sys
from contextlib import chdir
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess
from types import SimpleNamespace
from unittest.mock import patch

import jinja2
import pytest
from builder import HOME, MKDOCS, build
from click.testing import CliRunner
from contract import ROOT
from mkdocs.__main__ import cli
from mkdocs.commands.build import build as build_pages
from mkdocs.config import load_config
from records import environment
from runner import elsewhere

from rnn_notes.lesson import Project

SMALL_SITE = Path(__file__).with_name("small_site")
collect_ignore = [SMALL_SITE]  # 不是本项目的页面
# 不带去的检查：不看页面、程序和建成的文件，或要开浏览器。
UNUSED = ["test_steps.py", "test_other_builders.py", "test_home.py"]
# 小站点里没有可看的，或要另开服务器的。
LEFT_OUT = ["take_away.py::test_notebook_runs_in_jupyter"]
LEFT_OUT += ["links.py::test_saving_a_file_reloads_the_browser"]
LEFT_OUT += ["head.py::test_policy_stops_an_injected_script"]
LEFT_OUT += ["head.py::test_edit_link_follows_the_setting"]
LEFT_OUT += ["head.py::test_footer_follows_the_settings"]
LEFT_OUT += ["head.py::test_every_page_has_a_way_around"]
OPTIONS = ["-q", "-rN", "-n0", "-p", "no:cacheprovider", "-p", "no:logging"]
OPTIONS += [f"--deselect=tests/site/test_{name}" for name in LEFT_OUT]


def restore(root: Path) -> None:
    for name in "docs", "snippets":
        shutil.rmtree(root / name, ignore_errors=True)
        shutil.copytree(SMALL_SITE / name, root / name)
    config = (SMALL_SITE / "mkdocs.yml").read_text("utf-8")
    config = config.replace("{mkdocs.yml}", (ROOT / "mkdocs.yml").as_posix())
    (root / "mkdocs.yml").write_text(config, "utf-8")
    if (addresses := root / "tests/site/addresses.txt").exists():
        addresses.write_text("lesson/index.html#double", "utf-8")


def build_here(command, **_) -> CompletedProcess:
    """在这个进程里建站：省下每次启动 MkDocs、载入词典、编译模板的两三秒。"""
    kept = partial(jinja2.Environment, bytecode_cache=jinja2.FileSystemBytecodeCache())
    with patch("jinja2.Environment", kept):
        done = CliRunner().invoke(cli, [*map(str, command[3:])])
    log = done.output or repr(done.exception)
    return CompletedProcess(command, done.exit_code, stderr=log)


@pytest.fixture(scope="session")
def copied(tmp_path_factory) -> Path:
    """一次测试只有一份，各个测试轮流改它；程序的结果也就只算一遍。"""
    root = tmp_path_factory.mktemp("small")
    ignore = shutil.ignore_patterns(*UNUSED)
    for name in "rnn_notes", "tests/lessons", "tests/site", "tests/support":
        shutil.copytree(ROOT / name, root / name, ignore=ignore)
    for name in "pyproject.toml", "tests/conftest.py":
        shutil.copy(ROOT / name, root / name)
    # ruff 只看程序；没有 git，它不看 .gitignore。
    (root / ".ignore").write_text(".cache\nrnn_notes\ntests\n", "utf-8")
    restore(root)
    # 里层 pytest 用完就忘掉它导入的模块；先建一次，MkDocs 与词典才只载入一遍。
    with chdir(root):
        build_here([*MKDOCS, "build", "--site-dir", root / "site"])
    return root


@pytest.fixture
def small_site(copied, pytester, monkeypatch) -> Path:
    restore(copied)
    monkeypatch.chdir(copied)
    monkeypatch.setenv("SITE_URL", HOME)
    return copied


class Serving:
    """小站点的一次 `mkdocs serve --dirty`：存一个文件，建一次，看建成的页。"""

    def __init__(self, root, site):
        self.root, self.site, self.changed = root, site, []
        config = self.config()
        config.plugins.on_startup(command="serve", dirty=True)
        self.hook = sys.modules["rnn_notes/hook.py"]
        self.preview = self.hook.preview
        self.build(config)
        server = SimpleNamespace(watch=lambda _: None, _want_rebuild=False)
        config.plugins.on_serve(server, config=config, builder=None)

    def config(self):
        return load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.site))

    def build(self, config=None) -> None:
        self.hook.preview, self.hook.bare = self.preview, True  # 别的也在这里建站
        times = {p: p.stat().st_mtime_ns for p in self.site.glob("*/index.html")}
        build_pages(config or self.config(), serve_url=HOME, dirty=True)
        now = {p: p.stat().st_mtime_ns for p in self.site.glob("*/index.html")}
        self.changed = [p.parent.name for p in now if times.get(p) != now[p]]

    def save(self, file: str, old: str, new: str) -> str:
        """把 `file` 里的 `old` 换成 `new`，重建；返回那一课建成的页面。"""
        path = self.root / file
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        self.build()
        return self.page()

    def page(self) -> str:
        return (self.site / "lesson/index.html").read_text("utf-8")


@pytest.fixture
def serving(small_site, tmp_path, monkeypatch):
    monkeypatch.setattr("rnn_notes.serving.PATIENCE", 60)  # 忙的机器上也等运行完
    serving = Serving(small_site, tmp_path)
    yield serving
    serving.preview.pool.shutdown()


@pytest.fixture
def check(small_site, pytester, monkeypatch):
    """在小站点里运行 pytest。"""
    own = {path.stem for path in (ROOT / "tests/support").glob("*.py")} | {"tests"}
    # 不与外层的各个进程共用建好的网站：每次都建。
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)

    def run(*options: str, limit: float = 60) -> pytest.RunResult:
        # 里层 pytest 要导入它自己那份，不能拿到外层已经导入的同名模块。
        for name in [name for name in sys.modules if name.partition(".")[0] in own]:
            monkeypatch.delitem(sys.modules, name)

        class Inside:
            """里层 pytest 的插件：它自己的那份工具改两处。"""

            def pytest_collection(self):
                sys.modules["builder"].subprocess = SimpleNamespace(run=build_here)
                sys.modules["runner"].TIME_LIMIT = limit
                # 只问一次，另一个环境也只开一次。
                sys.modules["records"].environment = environment
                sys.modules["runner"].elsewhere = elsewhere

        return pytester.runpytest_inprocess(*OPTIONS, *options, plugins=[Inside()])

    return run


@pytest.fixture(scope="session", params=["/", "/notes/"], ids=["域名根", "子路径"])
def base(request) -> str:
    """网站在域名下的路径。"""
    return request.param


@pytest.fixture(scope="session")
def www(base, tmp_path_factory) -> Path:
    """为 `base` 建成的小站点，加上几个下载的文件；最后一段目录是 notes。"""
    root, folder = map(tmp_path_factory.mktemp, ("project", "www"))
    site = folder / "notes"
    restore(root)
    for name in "docs/assets", "rnn_notes":
        shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True)
    build(Project(root), site, SITE_URL=f"https://example.org{base}")
    for suffix in ("ipynb", "py", "svg", "woff2", "zip"):
        (site / f"notes.{suffix}").write_text("# 笔记\n" * 500, "utf-8")
    return site
