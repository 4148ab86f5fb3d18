"""运行全部程序要多久：逐个开解释器、本项目的办法、极限，在同一次运行里比较。

    .venv/bin/python benchmarks/run_programs.py

极限是一个进程、一次 `import torch`，各程序在其中接连运行：没有隔离，所以不能用来
测试，只用来说明还能快多少。
"""

import io
import subprocess
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

COPIES = 200


def naive(programs: list[Path]) -> None:
    for program in programs:
        subprocess.run(
            [sys.executable, program], cwd=ROOT, stdout=subprocess.PIPE, check=True
        )


def ours(programs: list[Path]) -> None:
    """像一次新的 pytest 那样：连启动分叉服务器、导入 torch 的时间也算进去。"""
    # 子进程会把这个文件再导入一遍：放在开头，每个程序就多付一次。
    from runner import Block, run

    for program in programs:
        run([Block(program.read_text("utf-8"), program)], cwd=ROOT)


def limit(programs: list[Path]) -> None:
    for program in programs:
        code = compile(program.read_text("utf-8"), program, "exec")
        with redirect_stdout(io.StringIO()):
            exec(code, {"__name__": "__main__", "__file__": str(program)})  # noqa: S102


METHODS = {"naive": naive, "ours": ours, "limit": limit}


def seconds(method: str, programs: list[Path]) -> float:
    """在一个新的解释器里计时，导入 torch 也在内；解释器自己的启动不算。"""
    command = [sys.executable, __file__, method, *map(str, programs)]
    return float(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )


def main() -> None:
    from pages import Project

    programs = Project(ROOT).programs
    train = ROOT / "snippets/char-rnn/train.py"
    print(
        f"{'':26}{'naive':>9}{'ours':>9}{'limit':>9}{'ours/limit':>12}{'naive/ours':>12}"
    )
    for name, batch in {
        f"{len(programs)} real programs": programs,
        f"{COPIES} copies of train.py": [train] * COPIES,
    }.items():
        took = {method: seconds(method, batch) for method in METHODS}
        print(
            f"{name:26}"
            + "".join(f"{took[method]:8.1f}s" for method in METHODS)
            + f"{took['ours'] / took['limit']:12.2f}{took['naive'] / took['ours']:12.1f}"
        )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        start = time.perf_counter()
        METHODS[sys.argv[1]]([Path(argument) for argument in sys.argv[2:]])
        print(time.perf_counter() - start)
    else:
        main()
