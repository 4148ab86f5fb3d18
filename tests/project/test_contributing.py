"""CONTRIBUTING.md 照字面就能做：开着预览，在小站点上从头做一遍。"""

import re
import shlex

from contract import ROOT
from markdown_it import MarkdownIt
from records import write_environment

from rnn_notes import author
from rnn_notes.__main__ import CHECKS

# 第一步留下的，照书上说的删掉。
FIRST = "snippets/gates/first.py", "snippets/gates/first.out"


def options(command: str, *rest: str) -> list[str]:
    """`python3 -m rnn_notes` 的命令换成 pytest 的选项。"""
    chosen = ["-k", *rest] if rest else []
    return {"record": ["--record", *CHECKS[:2], *chosen], "test": []}.get(
        command, [*CHECKS, *chosen]
    )


def test_the_recipe_makes_a_lesson_that_passes(small_site, check, monkeypatch, request):
    write_environment(small_site / "snippets")
    monkeypatch.setattr(author, "ROOT", small_site)
    monkeypatch.setattr(author, "run", lambda *pytest: check(*pytest[1:]))
    # 本项目的目录，去掉小站点没有的页面。
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = config.replace("概念: concepts.md", "第一课: lesson.md")
    for entry, page in re.findall(r"(?m)^( +- .+: (\S+\.md)\n)", config):
        if not (small_site / "docs" / page).exists():
            config = config.replace(entry, "")
    config = re.sub(r"(?m)^  - \S+:\n(?!      )", "", config)  # 一课也不剩的组
    (small_site / "mkdocs.yml").write_text(config, "utf-8")
    serving, examples = request.getfixturevalue("serving"), []
    recipe = MarkdownIt("commonmark").parse(
        (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    )
    for token in recipe:
        if title := re.search(r'title="(.+)"', token.info):
            (small_site / title[1]).write_text(token.content, "utf-8")
            serving.build()
        elif token.info == "markdown":
            examples.append(token.content)
        elif token.info == "console":
            command, *rest = shlex.split(token.content)[3:]
            if command == "new":
                author.new(*rest)
                serving.build()
                for name in FIRST:
                    (small_site / name).unlink()
            elif command != "serve":
                assert check(*options(command, *rest)).ret == 0, command
    recorded = (small_site / "snippets/gates/mix.out").read_text("utf-8")
    assert recorded.count("\ngate=") == 3
    # 写法一览里的，都接在后面；练习要五道、三种。
    heading, one = examples.pop().split("\n\n", 1)
    kinds = enumerate(("手算", "预测", "解释", "手算", "手算"), 1)
    more = (one.replace("1. 手算", f"{n}. {kind}") for n, kind in kinds)
    examples += [heading, *more]
    with (small_site / "docs/gates.md").open("a", encoding="utf-8") as page:
        page.write("\n## 写法 { #ways }\n\n" + "\n".join(examples))
    assert check(*options("record", "gates")).ret == 0
    assert check(*options("check")).ret == 0
    # 预览一直没有停下：别的页照旧，这一课看得到，没有要记录的了。
    serving.build()
    assert "得到 3.00" in serving.page()
    gates = (serving.site / "gates/index.html").read_text("utf-8")
    assert "gate=0.25: 12.50" in gates
    assert "还没有记录" not in gates
    # 改名：旧的网址与小节还到得了，别的检查照样通过。
    author.rename("gates", "gate")
    assert not (small_site / "docs/gates.md").exists()
    addresses = small_site / "tests/site/addresses.txt"
    addresses.write_text("gates/index.html#mix\ngate/index.html#mix", "utf-8")
    assert check(*options("check"), "tests/site").ret == 0
