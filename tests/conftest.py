"""pytest 的接线：`--record`、`--fresh`、`--site`，建成的网站与浏览器，按约定运行页面。"""

import os
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import kept
import pytest
import records
import runner
from browser import FLAGS, MISSING, find_browser, serve
from bs4 import BeautifulSoup
from builder import build
from contract import fail_if, failure, missing, project
from filelock import FileLock
from markdown_it import MarkdownIt
from playwright.sync_api import sync_playwright
from xdist.scheduler import LoadScopeScheduling

from rnn_notes.__main__ import CHECKS


def pytest_addoption(parser):
    add, on = parser.addoption, {"action": "store_true"}
    add("--record", help="用程序现在印出的内容更新 snippets/ 里的记录", **on)
    add("--fresh", help="不用上次的结果，每个程序都运行", **on)
    words = "不另建网站，检查这个目录里建好的；只跑看网站的检查（要写成 --site=目录）"
    add("--site", type=lambda p: Path(p).absolute(), metavar="目录", help=words)


class Units(LoadScopeScheduling):
    """分给各个核的单位：一个文件；课文的检查和最慢的两项，一项一项地分。"""

    def _split_scope(self, nodeid: str) -> str:
        single = nodeid.startswith(("tests/lessons/", "tests/reader/test_every_page"))
        return nodeid if single else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config, log):
    return Units(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config):
    """重新记录要按次序，在一个进程里。"""
    if config.getoption("record"):
        config.option.numprocesses, config.option.dist = None, "no"


def pytest_configure(config):
    config.stash[records.CHANGED] = []
    if config.getoption("record"):
        # 正开着的 `serve` 等它记完才刷新。
        (project.root / ".cache").mkdir(exist_ok=True)
        lock = FileLock(project.root / ".cache/record.lock").acquire()
        config.add_cleanup(lock.lock.release)
    runner.FRESH = config.getoption("fresh")
    config.pluginmanager.register(PagesAsTests())
    kept.install(config)


def records_a_program(item) -> bool:
    return item.name.startswith("test_program_prints_its_record")


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item):
    """`-k 课名` 也选看全部课文的检查：少了术语、图没有人用，那一课自己也看得到。"""
    path = item.path.relative_to(project.root).as_posix()
    if path.startswith(tuple(CHECKS)) and not hasattr(item, "callspec"):
        item.extra_keyword_matches.update(page.path.stem for page in project.pages)


def pytest_collection_modifyitems(config, items):
    """重新记录时先运行程序：别的检查要看到新的记录。`--site` 只留看网站的。"""
    if config.getoption("record"):
        items.sort(key=lambda item: not records_a_program(item))
    passed, only_site = config.stash.get(kept.KEPT, []), config.getoption("site")

    def wanted(item) -> bool:
        looks = "site" in getattr(item, "fixturenames", [])
        return item.nodeid not in passed and (looks or not only_site)

    config.hook.pytest_deselected(items=[i for i in items if not wanted(i)])
    items[:] = filter(wanted, items)


def pytest_collection_finish(session):
    """换了环境就要全部重新记录：记录的出处只有一个。"""
    config, items = session.config, session.items
    before = records.recorded_environment(project.snippets)
    if not config.getoption("record") or before in (None, records.environment()):
        return
    if sum(map(records_a_program, items)) < len(project.programs):
        raise pytest.UsageError(
            f"记录来自 {before}，现在是 {records.environment()}：不能只重新记录一部分，"
            f"去掉选择条件，运行 {records.RECORD_COMMAND}"
        )


def pytest_terminal_summary(terminalreporter, exitstatus, config):
    if not config.getoption("record") or exitstatus == pytest.ExitCode.USAGE_ERROR:
        return
    changed = config.stash[records.CHANGED]
    words = f"内容有变化的记录：{len(changed)} 个"
    terminalreporter.line("\n  ".join([words, *changed]))
    before, now = records.recorded_environment(project.snippets), records.environment()
    if before != now and exitstatus == pytest.ExitCode.OK:
        records.write_environment(project.snippets)
        terminalreporter.line(f"记录的环境：{before} → {now}")
    elif before != now:
        terminalreporter.line(f"有检查没有通过，记录的环境仍写作：{before}")


class PageParser(MarkdownIt):
    """围栏里只有引用，一页从上到下运行一遍：每个围栏的代码换成核对它的一句话。"""

    def parse(self, src, env=None):
        tokens = super().parse(src, env)
        # tests/ 里的 Markdown 不是页面。
        pages = [i for i, page in enumerate(project.pages) if page.text == src]
        fences = [token for token in tokens if pages and token.type == "fence"]
        for fence in fences:
            where = f"pages[{pages[0]}], {fence.map[0] + 1}"
            fence.content = f"fail_if([failure({where})])\n"
        return fences


class PagesAsTests:
    """pytest-markdown-docs 的公开钩子；conftest 里的钩子管不到 docs/，所以登记成插件。"""

    def __init__(self):
        self.told: list[BaseException] = []  # 已经说过的：共用的准备失败了

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(self, file_path):
        # 它也想执行 .py 文件里 docstring 的围栏；我们只有页面。
        found = yield
        is_page = file_path.suffix != ".py"
        return [c for c in found if is_page or type(c) is pytest.Module]

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report(self, collector):
        """收集到的正是这一页的代码围栏：少一个，就有一个没有核对过。"""
        report = yield
        [*page] = (p for p in project.pages if p.path == collector.path)
        if page and report.passed and len(report.result) != len(page[0].code):
            report.outcome, report.result = "failed", []
            report.longrepr = f"{project.name(collector.path)}：有的代码围栏没有收集到"
        return report

    def pytest_markdown_docs_markdown_it(self):
        return PageParser("commonmark")

    def pytest_markdown_docs_globals(self):
        return {"pages": project.pages, "failure": failure, "fail_if": fail_if}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item, call):
        """页面的失败只说我们说的：出处已经在里面。网站建不成，只说一遍。"""
        report = yield
        if report.failed and item.path.suffix == ".md":
            report.longrepr = str(call.excinfo.value)
        elif report.failed and report.when == "setup":
            if call.excinfo.value in self.told:
                report.longrepr = "同上"
            self.told.append(call.excinfo.value)
        return report


def read(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


@pytest.fixture(scope="session")
def site(request, tmp_path_factory) -> Path:
    """严格模式下建成的网站，一次测试只建一遍；`--site` 给了就用它。"""
    if given := request.config.getoption("site"):
        return given
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with FileLock(folder / "site.lock"):
        if not (folder / "site/index.html").exists():
            build(project, folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def every(site) -> dict[str, BeautifulSoup]:
    """网站上的路径 → 解析好的页面，连同转到别处的。"""
    pages = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): read(path) for path in pages}


@pytest.fixture(scope="session")
def moved(every) -> dict[str, str]:
    """改了名的页 → 转到的那一页。"""
    links = {
        p: s.select_one("head > meta[http-equiv=refresh]") for p, s in every.items()
    }
    return {
        page: urljoin(page, link["content"].partition("url=")[2]) + "index.html"
        for page, link in links.items()
        if link
    }


@pytest.fixture(scope="session")
def html(every, moved) -> dict[str, BeautifulSoup]:
    """网站上的路径 → 解析好的页面，不算只转到别处的。"""
    return {path: soup for path, soup in every.items() if path not in moved}


@pytest.fixture(scope="session")
def home(site) -> str:
    """网站自己说的网址（SITE_URL），末尾带斜杠。"""
    canonical = read(site / "index.html").select_one("link[rel=canonical]")
    assert canonical, f"{site}/index.html 没有规范网址：建站时要有 SITE_URL"
    return canonical["href"]


@pytest.fixture(scope="session")
def url(site, home):
    """建成的网站在本机的网址，路径与它放到网上后的一样，末尾带斜杠。"""
    with serve(site, urlsplit(home).path) as address:
        yield address


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(playwright):
    """Playwright 驱动的浏览器；没有浏览器时，CI 里失败，别处跳过并说怎样装。"""
    if not (path := find_browser()):
        missing(MISSING)
    browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def written(html) -> dict[str, BeautifulSoup]:
    """docs/ 里的页面建成的，不含 404 和生成的笔记本。"""
    pages = [path for path in html if path.endswith("index.html")]
    return {path: html[path] for path in pages if not path.startswith("notebooks/")}


@pytest.fixture
def tab(chromium, url):
    """一个新标签页；记下报错和发往别的主机的请求，后者一律拦下。"""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.errors, tab.foreign = [], []

    def only_this_host(route):
        if urlsplit(route.request.url).netloc == urlsplit(url).netloc:
            route.continue_()
        else:
            tab.foreign.append(route.request.url)
            route.abort()

    context.route("**/*", only_this_host)
    on_page = "{0.url}：{1}".format
    tab.on(
        "console",
        lambda m: m.type == "error" and tab.errors.append(on_page(tab, m.text)),
    )
    tab.on("pageerror", lambda error: tab.errors.append(on_page(tab, error)))
    yield tab
    context.close()
