"""记录：程序印出的内容，小节标记与程序的相同；出处记在 `snippets/environment.md` 里。"""

import ast
import hashlib
import platform
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from plots import themed
from runner import TRAINING_LIMIT, Block, Result, run_stored

from rnn_notes.lesson import Project

RECORD_COMMAND = "python3 -m rnn_notes test --record"
# 这次重新记录时内容有变化的记录。
CHANGED = pytest.StashKey[list[str]]()


@cache
def environment() -> str:
    """现在的环境；补丁版本号和 CUDA 之类的后缀不影响输出，不记。

    最后一项是 PyTorch 用的向量指令，它不同，小数的末位就可能不同；在子进程里问，这里不
    导入 PyTorch。
    """
    torch = version("torch").partition("+")[0]
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    machine = f"{platform.system()} {platform.machine()}"
    ask = "import torch; print(torch.backends.cpu.get_cpu_capability())"
    answer = subprocess.check_output([sys.executable, "-c", ask], text=True)
    return f"PyTorch {torch}、Python {python}、{machine}、{answer.strip()}"


def recorded_environment(snippets: Path) -> str | None:
    """记录是在什么环境里产生的；还没有记录过时是 None。"""
    file = snippets / "environment.md"
    match = file.exists() and re.search("由 (.*) 运行得到", file.read_text("utf-8"))
    return match[1] if match else None


def recorded_here(snippets: Path) -> bool:
    """记录就是在这样的环境里产生的：这时一个字也不许差。"""
    return environment() == recorded_environment(snippets)


def write_environment(snippets: Path) -> None:
    line = f"本站的输出由 {environment()} 运行得到。\n{{ .provenance }}\n"
    (snippets / "environment.md").write_text(line, "utf-8", newline="\n")


def pieces(project: Project, program: Path) -> list[tuple[tuple[str, ...], str]]:
    """程序在小节的边界处分开：(所在的各层小节, 代码)，每一行还在原来的行号上。

    边界在函数或循环里面的，整个函数或循环不分开。
    """
    source, sections = program.read_text("utf-8"), project.sections(program)
    lines = source.splitlines(keepends=True)
    starts = []
    for node in ast.parse(source).body:
        first = min(n.lineno for n in [node, *getattr(node, "decorator_list", [])])
        around = [n for n, (start, end) in sections.items() if start < first < end]
        inside = tuple(sorted(around, key=sections.get))
        if not starts or inside != starts[-1][1]:
            starts.append((first, inside))
    return [
        (inside, "\n" * (first - 1) + "".join(lines[first - 1 : end - 1]))
        for (first, inside), (end, _) in pairwise([*starts, (len(lines) + 1, ())])
    ]


def marked(parts: list[tuple[tuple[str, ...], str]]) -> str:
    """各块印出的文字接起来，印了东西的小节加上标记。"""
    printing = {name for inside, text in parts if text for name in inside}
    text, opened = "", []
    for inside, printed in [*parts, ((), "")]:
        wanted = [name for name in inside if name in printing]
        while opened and opened != wanted[: len(opened)]:
            text += f"--8<-- [end:{opened.pop()}]\n"
        for name in wanted[len(opened) :]:
            text += f"--8<-- [start:{name}]\n"
            opened.append(name)
        text += printed
    return text


def run_program(project: Project, program: Path, changed: bool = False) -> Result:
    """单独运行程序：`stdout` 是记录，`figure` 是能放进页面的图。

    `changed` 时换一个环境，换一个目录，里面只有读者下载时要放在一起的几个文件。
    """
    split, companions = pieces(project, program), project.companions(program)
    with TemporaryDirectory() as elsewhere:
        place = program
        if changed:
            place = Path(elsewhere, program.parent.name, program.name)
            place.parent.mkdir()
            for path in (program, *companions):
                shutil.copy(path, place.with_name(path.name))
        limit = TRAINING_LIMIT if project.product(program) else 0
        blocks = [Block(source, place, limit) for _, source in split]
        results = run_stored(blocks, companions, changed)
    pairs = zip(split, results, strict=False)
    printed = marked([(inside, result.stdout) for (inside, _), result in pairs])
    figure = results[-1].figure and themed(results[-1].figure, program.stem)
    if product := results[-1].product:
        printed += seal(project, program, product)
    seconds = sum(result.seconds for result in results)
    warnings = "".join(result.warnings for result in results)
    return replace(
        results[-1], stdout=printed, figure=figure, seconds=seconds, warnings=warnings
    )


def seal(project: Project, program: Path, product: bytes) -> str:
    """训练程序的记录的末行：产物是哪一份程序、哪一份数据训练出来的。"""
    source = DURATION.sub("", program.read_text("utf-8"))
    read = sorted((p.name, digest(p.read_bytes())) for p in project.companions(program))
    made = digest(repr((source, read)).encode())
    return f"# 训练程序 {made}，产物 {digest(product)}\n"


def digest(content: bytes) -> str:
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def trained(project: Project, program: Path) -> bool:
    """训练程序的产物就是现在的程序训练出来的，不用再训练。"""
    product, record = project.product(program), program.with_suffix(".out")
    if not (product and product.exists() and record.exists()):
        return False
    sealed = seal(project, program, product.read_bytes())
    return record.read_text("utf-8").endswith(sealed)


# 程序开头的说明：第一行说它展示什么；用时 2 秒以上的，最后一行说要多久，只分几档。
DURATION = re.compile(r"\n\n用时不到 (\d+) 秒[^\n]*\n")
LIMITS = (5, 10, 20, 60, 120, 240)


def with_duration(source: str, seconds: float) -> str:
    """把用时写进程序开头的说明；仍说得过去就不改，免得每次重新记录都变。"""
    if not source.startswith('"""'):
        return source  # 没有说明，检查会说
    mark, body, rest = source.split('"""', 2)
    if found := DURATION.search(body):
        if int(found[1]) / 4 < seconds <= int(found[1]):
            return source
        body = DURATION.sub("", body)
    if seconds < 2:
        return f'{mark}"""{body}"""{rest}'
    limit = next(limit for limit in LIMITS if limit >= 1.5 * seconds)
    line = f"\n\n用时不到 {limit} 秒，导入 PyTorch 另算。\n"
    return '"""'.join([mark, body.rstrip() + line, rest])
