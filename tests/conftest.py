"""pytest 的接线：`--record`，以及让 pytest-markdown-docs 按约定运行页面。"""

from pathlib import Path

import pytest
from builder import build
from pages import Page, Project
from pytest_markdown_docs._runners import register_runner
from pytest_markdown_docs.plugin import MarkdownDocstringCodeModule


def pytest_addoption(parser):
    parser.addoption(
        "--record",
        action="store_true",
        help="用程序现在印出的内容更新 snippets/ 里的记录",
    )


@pytest.hookimpl(wrapper=True)
def pytest_collect_file():
    # pytest-markdown-docs 也想执行 .py 文件里 docstring 的围栏；我们只有页面。
    collectors = yield
    return [c for c in collectors if not isinstance(c, MarkdownDocstringCodeModule)]


@pytest.fixture(scope="session")
def site(request, tmp_path_factory) -> Path:
    """严格模式下建成的网站，一次测试只建一遍。"""
    return build(Project(request.config.rootpath), tmp_path_factory.mktemp("site"))


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
