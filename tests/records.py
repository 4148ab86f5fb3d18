"""记录从哪里来：产生它们的环境只记一次，在 `snippets/environment.md` 里。

这一行由 pymdownx.snippets 附在每一页末尾，所以读者看到的就是记录时写下的。
"""

import platform
import re
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

ENVIRONMENT_FILE = "environment.md"
# 这次重新记录时内容有变化的记录。
CHANGED = pytest.StashKey[list[str]]()


def environment() -> str:
    """现在的环境；补丁版本号和 CUDA 之类的后缀不影响输出，不记。"""
    torch = version("torch").partition("+")[0]
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return f"PyTorch {torch}、Python {python}、{platform.system()} {platform.machine()}"


def recorded_environment(snippets: Path) -> str | None:
    """记录是在什么环境里产生的；还没有记录过时是 None。"""
    file = snippets / ENVIRONMENT_FILE
    match = file.exists() and re.search("由 (.*) 运行得到", file.read_text("utf-8"))
    return match[1] if match else None


def write_environment(snippets: Path) -> None:
    line = f"本站的输出由 {environment()} 运行得到。\n{{ .provenance }}\n"
    (snippets / ENVIRONMENT_FILE).write_text(line, "utf-8", newline="\n")
