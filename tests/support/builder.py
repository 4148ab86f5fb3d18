"""在严格模式下建成网站；建不成时说出是哪一页、哪一行。"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from contract import fail_if
from filelock import FileLock

from rnn_notes.lesson import Project

ROOT = Path(__file__).parents[2]
MKDOCS = [sys.executable, "-m", "mkdocs"]
# 测试不受作者自己设的网址影响。
HOME = "http://127.0.0.1:8000/"
ENVIRONMENT = os.environ | {"PYTHONUTF8": "1", "SITE_URL": HOME}


def locate(project: Project, log: str) -> str:
    """给 MkDocs 的每条警告补上出处：它说了是哪一页，没有说是哪一行；生成的页说课文。"""
    messages: dict[str, None] = {}
    for line in re.findall(r"^(?:WARNING|ERROR) .*(?:\n +- .*)*", log, re.MULTILINE):
        message = line.partition(" - ")[2].strip() or line
        page, *clues = re.findall("'([^']+)'", line) or [""]
        lesson = project.docs / re.sub(r"^notebooks/|\.\w+$", "", page)
        if (lesson := lesson.with_name(f"{lesson.name}.md")).exists():
            message = f"{project.find(lesson, *clues)}：{message}"
        messages[message] = None
    return "\n".join(messages) or log


def build(
    project: Project, folder: Path, builder: str = "mkdocs", **variables: str
) -> Path:
    """用 `builder` 把网站建到 `folder`；`variables` 是另设的环境变量。"""
    command = [sys.executable, "-m", builder, "build", "--strict", "--site-dir", folder]
    options = {"cwd": project.root, "env": ENVIRONMENT | variables}
    (project.root / ".cache").mkdir(exist_ok=True)
    # 建站先写 docs/ 下面要带走的文件，两个不能同时写。
    with FileLock(project.root / ".cache/build.lock"):
        done = subprocess.run(
            command, check=False, capture_output=True, encoding="utf-8", **options
        )
    if done.returncode:
        problems = locate(project, done.stderr)
        fail_if(["网站建不成，改正这些地方：", problems])
    return folder


def tiny(folder: Path) -> Project:
    """只有一页首页的项目，配置是本项目的。"""
    shutil.copytree(ROOT / "rnn_notes", folder / "rnn_notes")
    config = f"INHERIT: {ROOT.as_posix()}/mkdocs.yml\nnav: [index.md]\n"
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    for name in ("docs/index.md", "snippets/environment.md"):
        (folder / name).parent.mkdir()
        (folder / name).write_text("# 首页\n", "utf-8")
    return Project(folder)
