"""pytest 的接线：`--record`、`--site`，建成的网站与浏览器，按约定运行页面。"""

import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser import FLAGS, MISSING, find_browser, page_paths, serve
from bs4 import BeautifulSoup
from builder import build
from pages import RECORD_COMMAND, Page, Project
from playwright.sync_api import sync_playwright
from pytest_markdown_docs._runners import register_runner
from pytest_markdown_docs.plugin import MarkdownDocstringCodeModule
from records import CHANGED, environment, recorded_environment, write_environment


def pytest_addoption(parser):
    parser.addoption(
        "--record",
        action="store_true",
        help="用程序现在印出的内容更新 snippets/ 里的记录",
    )
    parser.addoption(
        "--site",
        type=lambda folder: Path(folder).absolute(),
        metavar="目录",
        help="不另建网站，检查这个目录里建好的；只跑看网站的检查（要写成 --site=目录）",
    )


def pytest_configure(config):
    config.stash[CHANGED] = []
    if config.getoption("record") and getattr(config.option, "numprocesses", None):
        raise pytest.UsageError("重新记录要按次序进行：去掉 -n")


def records_a_program(item) -> bool:
    return item.name.startswith("test_program_prints_its_record")


def pytest_collection_modifyitems(config, items):
    """重新记录时先运行程序：别的检查要看到新的记录。`--site` 只留看网站的。"""
    if config.getoption("record"):
        items.sort(key=lambda item: not records_a_program(item))
    if config.getoption("site"):
        looks = [item for item in items if "site" in getattr(item, "fixturenames", [])]
        config.hook.pytest_deselected(items=[i for i in items if i not in looks])
        items[:] = looks


def pytest_collection_finish(session):
    """换了环境就要全部重新记录：记录的出处只有一个。"""
    config, items = session.config, session.items
    project = Project(config.rootpath)
    before = recorded_environment(project.snippets)
    if not config.getoption("record") or before in (None, environment()):
        return
    if sum(map(records_a_program, items)) < len(project.programs):
        raise pytest.UsageError(
            f"记录来自 {before}，现在是 {environment()}：不能只重新记录一部分，"
            f"去掉选择条件，运行 {RECORD_COMMAND}"
        )


def pytest_terminal_summary(terminalreporter, exitstatus, config):
    if not config.getoption("record") or exitstatus == pytest.ExitCode.USAGE_ERROR:
        return
    changed = config.stash[CHANGED]
    terminalreporter.line(f"内容有变化的记录：{len(changed)} 个")
    for name in changed:
        terminalreporter.line(f"  {name}")
    snippets = Project(config.rootpath).snippets
    before = recorded_environment(snippets)
    if before == environment():
        return
    if exitstatus == pytest.ExitCode.OK:
        write_environment(snippets)
        terminalreporter.line(f"记录的环境：{before} → {environment()}")
    else:
        terminalreporter.line(f"有检查没有通过，记录的环境仍写作：{before}")


@pytest.hookimpl(wrapper=True)
def pytest_collect_file():
    # pytest-markdown-docs 也想执行 .py 文件里 docstring 的围栏；我们只有页面。
    collectors = yield
    return [c for c in collectors if not isinstance(c, MarkdownDocstringCodeModule)]


@pytest.fixture(scope="session")
def site(request, tmp_path_factory) -> Path:
    """严格模式下建成的网站，一次测试只建一遍；`--site` 给了就用它。"""
    return request.config.getoption("site") or build(
        Project(request.config.rootpath), tmp_path_factory.mktemp("site")
    )


@pytest.fixture(scope="session")
def home(site) -> str:
    """网站自己说的网址（SITE_URL），末尾带斜杠。"""
    text = (site / "index.html").read_text("utf-8")
    canonical = BeautifulSoup(text, "html.parser").select_one("link[rel=canonical]")
    assert canonical, f"{site}/index.html 没有规范网址：建站时要有 SITE_URL"
    return canonical["href"]


@pytest.fixture(scope="session")
def url(site, home):
    """建成的网站在本机的网址，路径与它放到网上后的一样，末尾带斜杠。"""
    with serve(site, urlsplit(home).path) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    """Playwright 驱动的浏览器；没有浏览器时，CI 里失败，别处跳过并说怎样装。"""
    path = find_browser()
    if path is None:
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up(MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def addresses(site, url) -> list[str]:
    """每一页的网址。"""
    return [url + path for path in page_paths(site)]


@pytest.fixture(scope="session")
def html(site) -> dict[str, BeautifulSoup]:
    """网站上的路径 → 解析好的页面。"""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(
            path.read_text("utf-8"), "html.parser"
        )
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def written(html) -> dict[str, BeautifulSoup]:
    """docs/ 里的页面建成的，不含 404 和生成的笔记本。"""
    return {
        path: soup
        for path, soup in html.items()
        if path.endswith("index.html") and not path.startswith("notebooks/")
    }


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
    tab.on("console", lambda m: m.type == "error" and tab.errors.append(m.text))
    tab.on("pageerror", lambda error: tab.errors.append(str(error)))
    yield tab
    context.close()


pages: dict[Path, Page] = {}


@register_runner(default=True)
class PageRunner:
    """pytest-markdown-docs 收集到的每个 python 围栏由它核对。

    一页只运行一次（见 `Page.results`），所以各围栏的测试可以单独选、任意排序。
    """

    def runtest(self, test, args, *, asyncio_runner=None):
        path = Path(test.source_path)
        if path not in pages:
            docs = next(parent for parent in path.parents if parent.name == "docs")
            pages[path] = Page(Project(docs.parent), path)
        failure = pages[path].failure(test.start_line)
        if failure:
            pytest.fail(failure, pytrace=False)

    def repr_failure(self, test, excinfo, style=None):
        return str(excinfo.value)
