"""要逐页看的页面，读到组件那里，别的浏览器。"""

import pytest
from browser import load_components, page_paths
from engines import ENGINES


@pytest.fixture(scope="session")
def pages(site, url) -> list[str]:
    """首页、课文、术语表、勘误、404；笔记本页是课文再来一遍，只看最长的一页。"""
    sizes = {p: (site / p / "index.html").stat().st_size for p in page_paths(site)}
    notebooks = {path for path in sizes if path.startswith("notebooks/")}
    seen = {*sizes} - notebooks | {max(notebooks, key=sizes.get), "404.html"}
    return [url + path for path in sorted(seen)]


@pytest.fixture
def visit(tab, url):
    """读到组件那里，等它画好；到最后控制台也没有报错。"""

    def visit(path):
        tab.goto(url + path)
        load_components(tab)
        return tab

    yield visit
    assert tab.errors == []


@pytest.fixture(params=ENGINES)
def engine(request, playwright):
    with ENGINES[request.param](playwright) as engine:
        yield engine
