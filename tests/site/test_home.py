"""首页说的事实是数出来的；第一课在手机的第一屏就到得了。"""

import re

from contract import project
from playwright.sync_api import expect


def test_facts_are_counted(html):
    """数法与建站的不同：目录的第一组，题目的开头，目录里的文件。"""
    [lessons] = (group["基础篇"] for group in project.nav if "基础篇" in group)
    names = [file.removesuffix(".md") for entry in lessons for file in entry.values()]
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
