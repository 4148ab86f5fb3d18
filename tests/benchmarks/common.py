"""几个量法共用的。量的是提交了的那一份；机器要空闲，否则时间不作数。"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/support"), str(ROOT / "tests/reader")]

# mkdocs.yml 里原版 Material 没有的。
OURS = re.compile(
    r"^(?:hooks|extra|extra_css|extra_javascript):\n(?:  .*\n)+"
    r"|^  (?:- rnn_notes\.|mkdocs-jupyter|offline).*\n(?:    .*\n)*"
    r"|^.*(?:rnn_notes|robots\.txt|static_templates).*\n",
    re.MULTILINE,
)


def copied(folder: Path) -> Path:
    """项目的副本，只有提交了的；带着历史，取日期的插件才照常逐页查询。"""
    subprocess.run(["git", "clone", "-q", ROOT, folder], check=True)
    return folder


def make_stock(project: Path, added: str = "") -> None:
    """变成「原版 Material」：不用本项目的钩子、扩展、模板和样式，配置末尾加上 `added`。"""
    config, home = project / "mkdocs.yml", project / "docs/index.md"
    config.write_text(OURS.sub("", config.read_text("utf-8")) + added, "utf-8")
    text = home.read_text("utf-8").replace("template: home.html\n", "")
    home.write_text(text, "utf-8")


def variables(folder: Path) -> dict[str, str]:
    """别的虚拟环境里的建站工具，也要用到项目的扩展与它们要的包。"""
    path = f"{folder}{os.pathsep}{sysconfig.get_path('purelib')}"
    return os.environ | {"PYTHONPATH": path}


def measured(command: list, folder: Path) -> tuple[float, float]:
    """命令用的秒数与它的峰值内存（MB，在 Linux 上）。"""
    start, null = time.perf_counter(), subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, env=variables(folder), stdout=null)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{command} 失败")
    return time.perf_counter() - start, usage.ru_maxrss / 1000


def build(folder: Path, builder: str = "mkdocs") -> tuple[float, float]:
    """把 `folder` 里的项目建到它的 `site/`；得到秒数与峰值内存（MB）。"""
    places = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    executable = Path(shutil.which(builder, path=places)).absolute()
    return measured([executable, "build", "-f", "mkdocs.yml"], folder)
