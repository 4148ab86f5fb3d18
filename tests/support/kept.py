"""上次通过了、取决于的文件一个也没有变的检查，不再运行。

`lessons/` 每次都运行：程序的结果另外留着。点名要的、`--fresh`、`--site`、`--record` 都照常
运行。存取用 pytest 自己的缓存。
"""

import hashlib
import platform
import subprocess
import sys
from pathlib import Path

import pytest
from browser import find_browser

# 房间 → 它不看的文件。别的都看，包括没有提交的。
UNREAD = {
    "site": ("tests/lessons/", "tests/project/", "tests/reader/", "tests/benchmarks/"),
    "reader": ("tests/lessons/", "tests/project/", "tests/site/", "tests/benchmarks/"),
    "project": ("docs/", "snippets/", "tests/reader/", "tests/benchmarks/"),
}
PLACE = "rnn_notes/passed"
KEPT = pytest.StashKey[list[str]]()


def keys(root: Path) -> dict[str, str]:
    """房间 → 它取决于的一切的散列值；不是 git 的目录就没有。"""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=False)
    names = sorted(filter(None, listed.stdout.decode().split("\0")))
    browser = Path(find_browser() or "")
    machine = sys.version, platform.platform(), browser.stat().st_mtime, browser
    found = {room: hashlib.sha256(repr(machine).encode()) for room in UNREAD}
    for path in map(root.joinpath, names):
        content = path.read_bytes() if path.is_file() else b""
        name = path.relative_to(root).as_posix()
        for room, unread in UNREAD.items():
            # 组件、样式与图，记录的出处，也是 project/ 要用的。
            used = name.startswith(("docs/assets/", "snippets/environment"))
            if used or not name.startswith(unread):
                found[room].update(f"{name}\0{len(content)}\0".encode() + content)
    return {room: key.hexdigest() for room, key in found.items() if names}


class Kept:
    def __init__(self, config: pytest.Config):
        self.passed: dict[str, str] = config.cache.get(PLACE, {})
        self.keys = keys(config.rootpath)
        option = config.option
        chosen = option.keyword or option.markexpr or option.deselect or option.lf
        everything = config.args_source == config.ArgsSource.TESTPATHS and not chosen
        usual = not (option.fresh or option.site or option.record)
        self.kept = [
            nodeid
            for nodeid, key in self.passed.items()
            if everything and usual and key == self.key(nodeid)
        ]

    def key(self, nodeid: str) -> str | None:
        return self.keys.get(nodeid.split("/")[1])

    def pytest_configure_node(self, node):
        node.workerinput["kept"] = self.kept

    def pytest_runtest_logreport(self, report):
        if not report.passed:
            self.passed.pop(report.nodeid, None)
        elif report.when == "call" and (key := self.key(report.nodeid)):
            self.passed[report.nodeid] = key

    def pytest_sessionfinish(self, session):
        # 运行的时候改了文件，就不知道通过的是哪一份。
        if keys(session.config.rootpath) == self.keys:
            session.config.cache.set(PLACE, self.passed)

    def pytest_terminal_summary(self, terminalreporter):
        if self.kept:
            terminalreporter.line(
                f"{len(self.kept)} 项上次通过，取决于的文件没有变，没有再运行；"
                "全部运行加 --fresh"
            )


def install(config: pytest.Config) -> None:
    """决定不再运行哪些；xdist 的工作进程照主进程说的做。"""
    if hasattr(config, "workerinput"):
        config.stash[KEPT] = config.workerinput["kept"]
    elif hasattr(config, "cache"):
        config.pluginmanager.register(keeper := Kept(config))
        config.stash[KEPT] = keeper.kept
