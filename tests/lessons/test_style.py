"""代码的格式由 ruff 说了算；正文的中文排版照约定。"""

import re
import subprocess
import sys

import pytest
from contract import INLINE_CODE, fail_if, project

HAN = r"[\u4e00-\u9fff]"
RULES = {
    rf"{HAN}[A-Za-z0-9]|[A-Za-z0-9%]{HAN}": "中文与英文、数字之间空一格",
    rf"{HAN}[,;:!?]|{HAN}\(|\){HAN}": "中文里用全角标点",
    r"[“”‘’\"]": "引号用「」",
    r"[！]|[\U0001f300-\U0001faff]": "不用感叹号与表情符号",
}


@pytest.mark.parametrize("command", ["check", "format --check --diff"])
def test_ruff(command):
    ruff = [sys.executable, "-m", "ruff", *command.split(), "--quiet", "--no-cache"]
    options = {"cwd": project.root, "capture_output": True, "encoding": "utf-8"}
    done = subprocess.run(ruff, check=False, **options)
    advice = f"自动改好：ruff {command.split()[0]}"
    fail_if([done.stdout, done.stderr, advice] if done.returncode else [])


@pytest.mark.parametrize("page", project.pages, ids=lambda page: page.path.stem)
def test_chinese_typography(page):
    fail_if(
        f"{page.place(number)}：{advice}：{line[max(0, found.start() - 8) : found.end() + 8]}"
        for number, line in enumerate(INLINE_CODE.sub(" ", page.prose).splitlines(), 1)
        for pattern, advice in RULES.items()
        for found in re.finditer(pattern, line)
    )
