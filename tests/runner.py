"""在全新的进程里运行代码，逐块收集它印出来的东西。

一个程序是一块代码；一页是几块代码，从上到下共用一个命名空间。两者用同一个 `run`。
"""

import io
import multiprocessing
import os
import sys
import tempfile
import traceback
import types
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

TIME_LIMIT = 60  # 秒；规定程序在 2 核上不超过 20 秒，留出余量

# 程序里的张量只有几十个数，多线程的等待比计算久（实测慢 6 倍）。
os.environ.setdefault("OMP_NUM_THREADS", "1")

# 每个程序要一个新进程，但不必要一个新解释器：从已经导入 torch 的进程分叉。
# torch._dynamo 由第一个优化器导入，比 torch 本身还慢一些。Windows 没有分叉。
if "forkserver" in multiprocessing.get_all_start_methods():
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["torch", "torch._dynamo"])
else:
    processes = multiprocessing.get_context("spawn")


@dataclass(frozen=True)
class Block:
    """一块代码。`source` 里每一行都在 `file` 原来的行号上，报错才指得准。"""

    source: str
    file: Path


@dataclass(frozen=True)
class Result:
    """一块代码印出的文字；没有运行完时 `error` 说明原因。"""

    stdout: str
    error: str | None = None


def run(blocks: Sequence[Block], cwd: Path, timeout: float = TIME_LIMIT):
    """在新进程里依次运行各块，返回一个 `Result` 列表。

    某一块出错后，后面的块不再运行，所以列表可能比 `blocks` 短。
    """
    receiver, sender = processes.Pipe(duplex=False)
    process = processes.Process(target=run_blocks, args=(blocks, cwd, sender))
    process.start()
    sender.close()
    results = []
    try:
        while len(results) < len(blocks) and not (results and results[-1].error):
            if not receiver.poll(timeout):
                results.append(Result("", f"运行超过 {timeout} 秒，已终止"))
                break
            results.append(receiver.recv())
    except EOFError:
        process.join()
        results.append(Result("", f"进程中途退出，退出码 {process.exitcode}"))
    process.kill()
    process.join()
    return results


def run_blocks(blocks: Sequence[Block], cwd: Path, sender: Connection) -> None:
    """在子进程里：像 `python <file>` 那样运行各块，每块完成就送出结果。"""
    os.chdir(cwd)
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    sys.argv = [str(blocks[0].file)]
    sys.path.insert(0, str(blocks[0].file.parent))
    with tempfile.TemporaryFile() as captured:
        # 换掉 1 号描述符：C 代码和子进程印的也收得到。
        os.dup2(captured.fileno(), 1)
        sys.stdout = io.TextIOWrapper(
            os.fdopen(1, "wb", closefd=False), encoding="utf-8", newline="\n"
        )
        for block in blocks:
            start = captured.tell()
            main.__file__ = str(block.file)
            error = execute(block, main.__dict__)
            sys.stdout.flush()
            captured.seek(start)
            sender.send(Result(captured.read().decode(), error))
            if error:
                break


def execute(block: Block, namespace: dict) -> str | None:
    """运行一块代码；出错时返回只含作者代码的回溯。"""
    try:
        exec(compile(block.source, block.file, "exec"), namespace)  # noqa: S102
    except BaseException as error:  # noqa: BLE001 sys.exit 也算没有运行完
        kept = error.__traceback__.tb_next
        return "".join(traceback.format_exception(type(error), error, kept)).rstrip()
    return None
