"""把一个程序变成单独一个文件就能运行的样子，供读者下载。

小节标记去掉；它取用的别的程序变成一个函数，画图的函数也抄进来。
"""

import ast
import re
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from textwrap import indent

from mkdocs.exceptions import PluginError

MARKER = re.compile(r"^ *# --8<-- \[(?:start|end):[\w-]+\] *\n", re.MULTILINE)
NEEDS = re.compile(r"^from rnn_notes\.plot|run_path", re.MULTILINE)
PLOT = Path(__file__).with_name("plot.py")


def is_rewritten(program: Path) -> bool:
    """取用别的程序，或者画图。"""
    return bool(NEEDS.search(program.read_text("utf-8")))


def mentioned(nodes: Sequence[ast.AST]) -> set[str]:
    """用到的名字，连同 `main["train"]` 里的 train。"""
    walked = [inner for node in nodes for inner in ast.walk(node)]
    return {n.id for n in walked if isinstance(n, ast.Name)} | {
        n.value
        for n in walked
        if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }


def find_run(node: ast.AST) -> ast.Call | None:
    """语句里的 `runpy.run_path(…)`。"""
    for n in ast.walk(node):
        if isinstance(n, ast.Call) and getattr(n.func, "attr", "") == "run_path":
            return n
    return None


def is_guard(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.If) and ast.unparse(node.test) == "__name__ == '__main__'"
    )


def is_plot(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "rnn_notes.plot"


def unneeded(body: Sequence[ast.stmt], wanted: frozenset[str]) -> list[ast.stmt]:
    """别的程序只取用 `wanted` 时用不着的语句：文件说明、画图、没有人用的函数。"""
    dropped = [body[0], *filter(is_guard, body)]
    used = wanted | mentioned([node for node in body if node not in dropped])
    for node in body:
        if isinstance(node, ast.FunctionDef) and node.name not in used:
            dropped.append(node)
    used = mentioned([node for node in body if node not in dropped])
    for node in filter(is_plot, body):
        if used.isdisjoint(name.name for name in node.names):
            dropped.append(node)
    return dropped


def locate(program: Path, call: ast.Call, scope: dict) -> Path:
    """`runpy.run_path(…)` 取用的程序在哪里。"""
    try:
        target = Path(eval(ast.unparse(call.args[0]), scope))
        return target.resolve(strict=True)
    except (NameError, OSError) as error:
        raise PluginError(
            f"{program}:{call.lineno}：找不到 run_path 取用的程序（{error}）："
            'run_path 里写 Path(__file__)，例如 Path(__file__).with_name("train.py")'
        ) from None


@cache
def parse(program: Path) -> tuple[str, list[ast.stmt]]:
    source = program.read_text("utf-8")
    return source, ast.parse(source).body


def functions(program: Path) -> set[str]:
    return {n.name for n in parse(program)[1] if isinstance(n, ast.FunctionDef)}


@cache
def inline(program: Path, wanted: frozenset[str] | None = None) -> str:
    """`program` 的全文，它取用的都写在里面；`wanted` 是别的程序从它取用的函数。"""
    source, body = parse(program)
    lines = source.splitlines(keepends=True)
    dropped = unneeded(body, wanted) if wanted is not None else []
    scope = {"Path": Path, "__file__": str(program)}
    runs = {node: call for node in body if (call := find_run(node))}
    for node in body:
        # earlier = Path(__file__)…：被取用的程序在哪里。
        if isinstance(node, ast.Assign) and "__file__" in ast.unparse(node.value):
            [target] = node.targets
            if any(target.id in mentioned([call]) for call in runs.values()):
                scope[target.id] = eval(ast.unparse(node.value), scope)
                dropped.append(node)
    for node in reversed(body):
        start, end = node.lineno - 1, node.end_lineno
        if node in dropped:
            while start and lines[start - 1].startswith(("#", "@")):
                start -= 1
            lines[start:end] = []
        elif is_plot(node):
            # 文件开头的说明不抄。
            lines[start:end] = PLOT.read_text("utf-8").partition('\n"""\n')[2]
        elif call := runs.get(node):
            target = locate(program, call, scope)
            name = f"run_{target.stem}"
            place = f"{target.parent.name}/{target.name}"
            taken = frozenset(mentioned(body) & functions(target))
            text = "".join(lines[start:end])
            text = text.replace(ast.get_source_segment(source, call), f"{name}()")
            lines[start:end] = (
                f'def {name}():\n    """{place} 的内容。"""\n'
                f"{indent(inline(target, taken), '    ')}\n    return locals()\n\n\n{text}"
            )
    return MARKER.sub("", "".join(lines))


def standalone(programs: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """把 `programs` 写进 `folder`，每个单独就能运行，印出的与原来的相同。

    得到：原来的程序 → 写好的。
    """
    written = {
        program: folder / program.parent.name / program.name for program in programs
    }
    for lesson in {path.parent for path in written.values()}:
        lesson.mkdir(parents=True, exist_ok=True)
    rewritten = list(filter(is_rewritten, programs))
    for program in rewritten:
        written[program].write_text(inline(program), "utf-8", newline="\n")
    # 语法树很占内存；程序也可能在下一次建站前改了。
    parse.cache_clear()
    inline.cache_clear()
    if rewritten:
        # 去掉不再用到的 import，排好版；别的程序还没有写进来，本来就排好了。
        ruff = [sys.executable, "-m", "ruff"]
        rules = ["--isolated", "--quiet", "--line-length", "88"]
        select = ["--select", "F401,I001", "--fix-only"]
        subprocess.run([*ruff, "check", *rules, *select, folder], check=True)
        subprocess.run([*ruff, "format", *rules, folder], check=True)
    for program in written.keys() - set(rewritten):
        text = MARKER.sub("", program.read_text("utf-8"))
        # 去掉标记，空行就连在一起。
        text = re.sub(r"\n{4,}", "\n\n\n", text)
        written[program].write_text(text, "utf-8", newline="\n")
    return written
