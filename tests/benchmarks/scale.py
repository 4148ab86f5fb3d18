"""课多了以后要多久、多大：用真实的课复制出 N 课，与原版 Material 在同一次运行里比。

    python benchmarks/scale.py [课数 …]      # 默认 100 250 500

副本放在临时目录里，有一次提交的 git 历史，这样取日期的插件照常逐页查询。每份的课名
不同，它们之间的链接与引用一起改；mkdocs.yml 是真的那一份，只换 nav。

各部分的时间在建站的进程里量：插件与钩子的每个事件、本项目的 Markdown 扩展、笔记本的
转换，进入和离开时各看一次钟；一个里面又进入另一个时，只算在里面那个头上。不用
cProfile：它让每次函数调用都变慢，调用多的部分显得更重。「我们的」是 rnn_notes/ 里的
钩子与扩展，导入它们的时间不算在内。
"""

import functools
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from stock import stock

ROOT = Path(__file__).resolve().parents[2]
SIZES = [100, 250, 500]
LESSONS = re.compile(r"(?<=^  - 课程:\n)(?:      - .+\n)+", re.MULTILINE)
LESSON = re.compile(r"- (.+): ([\w-]+)\.md$", re.MULTILINE)


def replicate(folder: Path, count: int) -> tuple[Path, int]:
    """在 `folder` 里造一个约有 `count` 课的项目；得到它和实际的课数。"""
    ignored = shutil.ignore_patterns(".*", "site", "__pycache__", "*.zip")
    shutil.copytree(ROOT, folder, ignore=ignored)
    config = (folder / "mkdocs.yml").read_text("utf-8")
    lessons = LESSON.findall(LESSONS.search(config)[0])
    names = [name for _, name in lessons]
    copies = max(1, count // len(names))
    # 课名后面是目录、后缀或引号（Path 的一段）才是引用；同样的英文词不动。
    reference = re.compile(
        rf"(?<![\w-])({'|'.join(names)})(?=/|\"|\.(?:md|ipynb|py|zip)\b)"
    )
    nav = LESSONS.search(config)[0]
    for number in range(2, copies + 1):
        renamed = functools.partial(reference.sub, rf"\1-{number:03}")
        for title, name in lessons:
            copy = f"{name}-{number:03}"
            nav += f"      - {title} {number:03}: {copy}.md\n"
            text = renamed((ROOT / f"docs/{name}.md").read_text("utf-8"))
            text = re.sub(
                r"^(# .+)$", rf"\1 {number:03}", text, count=1, flags=re.MULTILINE
            )
            (folder / f"docs/{copy}.md").write_text(text, "utf-8")
            shutil.copytree(
                ROOT / "snippets" / name, folder / "snippets" / copy, ignore=ignored
            )
            for program in (folder / "snippets" / copy).rglob("*.py"):
                program.write_text(renamed(program.read_text("utf-8")), "utf-8")
    config = LESSONS.sub(lambda _: nav, config)
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    return folder, copies * len(names)


def commit(folder: Path) -> None:
    identity = ["-c", "user.name=benchmark", "-c", "user.email=benchmark@localhost"]
    for command in (
        ["init", "-q"],
        ["add", "-A"],
        [*identity, "commit", "-q", "-m", "benchmark"],
    ):
        subprocess.run(["git", *command], cwd=folder, check=True)


def measured(command: list, folder: Path) -> tuple[float, float]:
    """命令用的秒数与它的峰值内存（MB）；失败就停下，印出它说的。"""
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": str(folder) if (folder / "rnn_notes").exists() else "",
    }
    with (folder.parent / "log").open("w+") as log:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=log, stderr=log
        )
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            sys.exit(f"{command} 失败：\n{log.read()[-4000:]}")
    # Linux 按 KB 报，macOS 按字节。
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return took, usage.ru_maxrss / unit


class Clock:
    """每个部分自己用的时间，不含它里面再进入的部分。"""

    def __init__(self):
        self.spent, self.stack, self.last = Counter(), [], 0.0

    def turn(self) -> None:
        now = time.perf_counter()
        if self.stack:
            self.spent[self.stack[-1]] += now - self.last
        self.last = now

    def timed(self, function, part: str):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            self.turn()
            self.stack.append(part)
            try:
                return function(*args, **kwargs)
            finally:
                self.turn()
                self.stack.pop()

        return wrapper


def part_of(function) -> str | None:
    """`function` 属于哪一部分：我们的、笔记本，或者（别的插件）None。"""
    while hasattr(function, "func"):
        function = function.func
    code = getattr(getattr(function, "__func__", function), "__code__", None)
    file = Path(code.co_filename).as_posix() if code else ""
    if "/rnn_notes/" in file:
        return f"rnn_notes/{Path(file).name}"
    return "mkdocs-jupyter" if "/mkdocs_jupyter/" in file else None


def build_and_time(report: Path, arguments: list[str]) -> None:
    """在这个进程里建站，把各部分的秒数写进 `report`。"""
    from markdown.util import Registry
    from mkdocs.__main__ import cli
    from mkdocs.plugins import PluginCollection
    from mkdocs.structure.pages import Page

    clock = Clock()
    register_event = PluginCollection._register_event
    register = Registry.register

    def timed_event(self, event_name, method, plugin_name=None):
        if part := part_of(method):
            method = clock.timed(method, part)
        register_event(self, event_name, method, plugin_name)

    def timed_register(self, item, name, priority):
        if part := part_of(getattr(item, "run", None)):
            item.run = clock.timed(item.run, part)
        register(self, item, name, priority)

    PluginCollection._register_event = timed_event
    Registry.register = timed_register
    render = {
        notebook: clock.timed(Page.render, f"MkDocs 排{kind}")
        for notebook, kind in ((False, "课文"), (True, "笔记本页"))
    }
    Page.render = lambda page, *rest: render[
        page.file.src_uri.startswith("notebooks/")
    ](page, *rest)
    with suppress(ImportError):
        convert = import_module("mkdocs_jupyter.convert")
        for name in ("nb2html", "nb2md"):
            function = getattr(convert, name)
            setattr(convert, name, clock.timed(function, "mkdocs-jupyter"))
    cli(arguments, standalone_mode=False)
    report.write_text(json.dumps(clock.spent))


def build(folder: Path) -> tuple[float, float, Counter]:
    report = folder.parent / "report.json"
    command = [sys.executable, __file__, "--build", report, "build", "--strict", "-q"]
    if not (folder / "rnn_notes").exists():
        command.remove("--strict")  # 原版不认得我们的小节引用
    took, memory = measured(command, folder)
    return took, memory, Counter(json.loads(report.read_text()))


def measure(count: int) -> dict[str, float]:
    with TemporaryDirectory() as temporary:
        folder, lessons = replicate(Path(temporary) / "ours", count)
        theirs = stock(folder, Path(temporary) / "stock")
        for project in (folder, theirs):
            commit(project)
        stock_took, stock_memory, _ = build(theirs)
        took, memory, parts = build(folder)
        ours = sum(parts[part] for part in parts if part.startswith("rnn_notes/"))
        index = (folder / "site/search/search_index.json").read_bytes()
        stock_index = (theirs / "site/search/search_index.json").stat().st_size
        collect = [sys.executable, "-m", "pytest", "--collect-only", "-q"]
        collect_took, _ = measured(collect, folder)
    print(f"\n{lessons} 课：各部分用的秒数")
    for part, seconds in parts.most_common():
        print(f"  {part:<26}{seconds:8.2f}{seconds / took:8.1%}")
    return {
        "课数": lessons,
        "建站 s": took,
        "其中我们的 s": ours,
        "其中笔记本页 s": parts["mkdocs-jupyter"] + parts["MkDocs 排笔记本页"],
        "原版建站 s": stock_took,
        "收集测试 s": collect_took,
        "峰值内存 MB": memory,
        "原版峰值内存 MB": stock_memory,
        "搜索索引 KB": len(index) / 1000,
        "搜索索引 gzip KB": len(gzip.compress(index)) / 1000,
        "原版搜索索引 KB": stock_index / 1000,
    }


def main(sizes: list[int]) -> None:
    rows = [measure(size) for size in sizes]
    print(f"\n{'':24}" + "".join(f"{row['课数']:>10} 课{'每课':>8}" for row in rows))
    for name in list(rows[0])[1:]:
        cells = (f"{r[name]:12.2f}{r[name] / r['课数']:10.4f}" for r in rows)
        print(f"{name:<24}" + "".join(cells))
    print("\n我们的部分占建站时间")
    for row in rows:
        print(f"  {row['课数']} 课：{row['其中我们的 s'] / row['建站 s']:.1%}")
    # 线性：每课的量不随课数变大。
    print("\n每课的量，与最小规模之比")
    for name in list(rows[0])[1:]:
        first = rows[0][name] / rows[0]["课数"]
        if first:
            ratios = (f"{r[name] / r['课数'] / first:8.2f}" for r in rows)
            print(f"  {name:<22}" + "".join(ratios))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--build"]:
        build_and_time(Path(sys.argv[2]), sys.argv[3:])
    else:
        main([int(argument) for argument in sys.argv[1:]] or SIZES)
