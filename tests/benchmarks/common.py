"""几个量法共用的：项目的副本、原版 Material、计时地建站、浏览器。

量的是提交了的那一份。机器要空闲，否则时间不作数。
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/support")]

from browser import FLAGS, find_browser
from playwright.sync_api import sync_playwright


def copied(folder: Path) -> Path:
    """项目的副本，只有提交了的；带着历史，取日期的插件才照常逐页查询。"""
    subprocess.run(["git", "clone", "-q", ROOT, folder], check=True)
    return folder


def stock(source: Path, folder: Path) -> Path:
    """「原版 Material」：同样的文字，不用本项目的钩子、扩展、模板和样式。"""
    shutil.copytree(source, folder)
    config = (source / "mkdocs.yml").read_text("utf-8")
    for ours in (
        r"^(?:hooks|extra|extra_css|extra_javascript):\n(?:  .*\n)+",
        r"^  (?:- rnn_notes\.|mkdocs-jupyter|offline).*\n(?:    .*\n)*",
        r"^.*(?:rnn_notes|robots\.txt|static_templates).*\n",
    ):
        config = re.sub(ours, "", config, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    return folder


def measured(command: list, folder: Path) -> tuple[float, float]:
    """命令用的秒数与它的峰值内存（MB，在 Linux 上）。"""
    # 别的虚拟环境里的建站工具，也要用到项目的扩展与它们要的包。
    path = f"{folder}{os.pathsep}{sysconfig.get_path('purelib')}"
    start = time.perf_counter()
    environment = os.environ | {"PYTHONPATH": path}
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=sys.stderr)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} 失败")
    return time.perf_counter() - start, usage.ru_maxrss / 1000


def build(folder: Path, builder: str = "mkdocs") -> tuple[float, float]:
    """把 `folder` 里的项目建到它的 `site/`；得到秒数与峰值内存（MB）。"""
    places = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    executable = Path(shutil.which(builder, path=places)).absolute()
    return measured([executable, "build", "-f", "mkdocs.yml"], folder)


@contextmanager
def browser():
    with sync_playwright() as playwright:
        path, launch = find_browser(), playwright.chromium.launch
        with launch(executable_path=path, args=FLAGS) as chromium:
            yield chromium
