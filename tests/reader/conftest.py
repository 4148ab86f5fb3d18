"""要逐页看的页面。"""

import pytest
from browser import page_paths


@pytest.fixture(scope="session")
def pages(site, url) -> list[str]:
    """首页、课文、术语表、勘误、404；笔记本页是课文再来一遍，只看最长的一页。"""
    sizes = {p: (site / p / "index.html").stat().st_size for p in page_paths(site)}
    notebooks = {path for path in sizes if path.startswith("notebooks/")}
    seen = {*sizes} - notebooks | {max(notebooks, key=sizes.get), "404.html"}
    return [url + path for path in sorted(seen)]
