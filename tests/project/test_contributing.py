"""CONTRIBUTING.md 照字面就能做：在项目的副本上从头做一遍。"""

import re
import shutil
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
COPIED = ["docs", "rnn_notes", "snippets", "tests", "mkdocs.yml", "pyproject.toml"]
COPIED += ["requirements.txt", "requirements.lock", "LICENSES.md"]
# 加了一课之后，只重跑与它有关的检查：别的课的程序没有变。
RELEVANT = "gates or in_use or (test_site and not reloads)"


def test_the_recipe_makes_a_lesson_that_passes(pytester):
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, pytester.path / name)

    tokens = MarkdownIt("commonmark").parse(
        (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    )
    commands = []
    for token in tokens:
        title = re.search(r'title="(.+)"', token.info)
        if title and title[1] == "mkdocs.yml":
            config = pytester.path / "mkdocs.yml"
            text = config.read_text("utf-8")
            changed = text.replace("  - 附录:", f"{token.content}  - 附录:")
            assert changed != text
            config.write_text(changed, "utf-8")
        elif title:
            file = pytester.path / title[1]
            file.parent.mkdir(exist_ok=True)
            file.write_text(token.content, "utf-8")
        elif token.info == "console":
            commands.append(token.content.split()[4:])

    record, everything = commands
    without_browser = ["--deselect", "tests/test_browser.py"]
    assert pytester.runpytest_subprocess(*record, *without_browser).ret == 0
    assert (pytester.path / "snippets/gates/mix.out").read_text("utf-8").count(
        "\n"
    ) == 3
    passed = pytester.runpytest_subprocess(
        *everything, "-k", RELEVANT, *without_browser
    )
    assert passed.ret == 0
