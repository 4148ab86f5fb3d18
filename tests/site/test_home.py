"""首页说的事实是数出来的；第一课在手机的第一屏就到得了；转发时显示的图。"""

import re

from contract import project
from matplotlib.figure import Figure
from matplotlib.testing.compare import compare_images
from playwright.sync_api import expect


def test_facts_are_counted(html):
    """数法与建站的不同：目录里名字以「篇」结尾的组，题目的开头，目录里的文件。"""
    groups = [
        g for group in project.nav for name, g in group.items() if name[-1] == "篇"
    ]
    files = [file for group in groups for entry in group for file in entry.values()]
    names = [file.removesuffix(".md") for file in files]
    texts = [(project.docs / f"{name}.md").read_text("utf-8") for name in names]
    exercises = sum(len(re.findall(r"^\*\*\d+\. ", t, re.MULTILINE)) for t in texts)
    programs = sum(len([*project.snippets.glob(f"{name}/*.py")]) for name in names)
    minutes = [
        int(re.search(r"约 (\d+) 分钟", html[f"{name}/index.html"].get_text())[1])
        for name in names
    ]
    said = [b.get_text() for b in html["index.html"].select(".facts b")]
    facts = len(names), round(sum(minutes) / 60), exercises, programs
    assert said == [*map(str, facts)]


def test_first_lesson_is_on_the_first_phone_screen(tab, url):
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.goto(url)
    for name in ("从第一课开始", "先玩一玩"):
        expect(tab.get_by_role("link", name=name)).to_be_in_viewport(ratio=1)


def test_shared_page_has_its_picture(html, home, site, tmp_path, request):
    """字标与公式。不写汉字，画它的机器未必有字体；页面自己不取它。`--record` 重画。"""
    for page, soup in html.items():
        [image] = soup.select("meta[property='og:image']")
        assert image["content"] == f"{home}assets/share.png", page
    figure, committed = Figure((12, 6.3), 100), project.docs / "assets/share.png"
    figure.set_facecolor("#c8e6c9")
    figure.text(0.36, 0.4, "h", size=300, color="#2e7d32", weight="bold")
    figure.text(0.53, 0.61, "↺", size=200, color="#c62828", rotation=90)
    formula = r"$h_t = \tanh(W_{xh}\,x_t + W_{hh}\,h_{t-1} + b_h)$"
    figure.text(0.16, 0.14, formula, size=44, c="#1f2328", math_fontfamily="stix")
    record = request.config.getoption("record")
    drawn = committed if record else tmp_path / "share.png"
    figure.savefig(drawn, format="png", transparent=False)
    assert compare_images(site / "assets/share.png", drawn, tol=1) is None
