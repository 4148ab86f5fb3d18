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


# 程序开头的说明：第一行说它展示什么，最后一行说要多久，只分几档。
DURATION = re.compile(r"\n\n用时不到 (\d+) 秒[^\n]*\n")
LIMITS = (1, 2, 5, 10, 20, 60)


def with_duration(source: str, seconds: float) -> str:
    """把用时写进程序开头的说明；仍说得过去就不改，免得每次重新记录都变。"""
    if not source.startswith('"""'):
        return source  # 没有说明，检查会说
    mark, body, rest = source.split('"""', 2)
    if found := DURATION.search(body):
        limit = int(found[1])
        if seconds <= limit and (limit == LIMITS[0] or seconds > limit / 4):
            return source
    limit = next(limit for limit in LIMITS if limit >= 1.5 * seconds)
    line = f"\n\n用时不到 {limit} 秒，导入 PyTorch 另算。\n"
    return '"""'.join([mark, DURATION.sub("", body).rstrip() + line, rest])


def write_environment(snippets: Path) -> None:
    line = f"本站的输出由 {environment()} 运行得到。\n{{ .provenance }}\n"
    (snippets / ENVIRONMENT_FILE).write_text(line, "utf-8", newline="\n")
