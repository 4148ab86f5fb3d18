"""每一页都能不看、不用鼠标读：axe 查不出问题，键盘走得到，焦点看得见。"""

import pytest
from axe_playwright_python.sync_playwright import Axe
from pages import fail_if

axe = Axe()
# 通过的项目不必逐个传回来，快一半。
OPTIONS = {"resultTypes": ["violations"]}


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1280), ("dark", 360)], ids=["浅色宽屏", "深色手机"]
)
def test_axe_finds_nothing(scheme, width, tab, addresses, url):
    """颜色在浅色与深色里各查一遍，版面在宽屏与手机上各查一遍。"""
    tab.emulate_media(color_scheme=scheme)
    tab.set_viewport_size({"width": width, "height": 900})
    found = []
    for address in [*addresses, url + "404.html"]:
        tab.goto(address)
        for violation in axe.run(tab, options=OPTIONS).response["violations"]:
            nodes = violation["nodes"]
            found.append(
                f"{address}：{violation['id']}（{violation['help']}）{len(nodes)} 处，"
                f"例如 {nodes[0]['html'][:200]}\n    {nodes[0]['failureSummary']}"
            )
    fail_if(found)
