"""CONTRIBUTING.md 照字面就能做：在小站点上从头做一遍。"""

import re

from contract import ROOT
from markdown_it import MarkdownIt
from records import write_environment


def test_the_recipe_makes_a_lesson_that_passes(small_site, check):
    write_environment(small_site / "snippets")
    text, commands = (ROOT / "CONTRIBUTING.md").read_text("utf-8"), []
    for token in MarkdownIt("commonmark").parse(text):
        title = re.search(r'title="(.+)"', token.info)
        if title and title[1] != "mkdocs.yml":
            (small_site / title[1]).parent.mkdir(exist_ok=True)
            (small_site / title[1]).write_text(token.content, "utf-8")
        elif title:
            nav_line = token.content
        elif token.info == "console":
            commands.append(token.content.split()[4:])

    # 本项目的目录加上这一课，去掉小站点没有的页面。
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = config.replace("概念: concepts.md", "第一课: lesson.md")
    before, after = config.split("  - 附录:")
    config = f"{before}{nav_line}  - 附录:{after}"
    for entry, page in re.findall(r"(?m)^( +- .+: (\S+\.md)\n)", config):
        if not (small_site / "docs" / page).exists():
            config = config.replace(entry, "")
    (small_site / "mkdocs.yml").write_text(config, "utf-8")

    record, everything = commands
    assert check(*record).ret == 0
    recorded = (small_site / "snippets/gates/mix.out").read_text("utf-8")
    assert recorded.count("\ngate=") == 3
    assert check(*everything).ret == 0
