"""在全新的进程里运行代码，逐块收集它印出来的东西；各块共用一个命名空间。"""

import io
import multiprocessing
import os
import platform
import sys
import tempfile
import time
import traceback
import types
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path

from joblib import Memory

FRESH = False  # 不用上次的结果（--fresh）
TIME_LIMIT = 60  # 秒，每一块；规定程序在 2 核上不超过 20 秒，留出余量

ROOT = Path(__file__).parents[2]
# 程序里的张量只有几十个数，多线程的等待比计算久（实测慢 6 倍）。
os.environ.setdefault("OMP_NUM_THREADS", "1")
# 图按网站的字号和线条画，存成 SVG；读者自己运行时用他的设置。
os.environ["MATPLOTLIBRC"] = str(Path(__file__).with_name("matplotlibrc"))

# 每个程序要一个新进程，但不必要一个新解释器：从已经导入 torch 的进程分叉。
# torch._dynamo 由第一个优化器导入，比 torch 本身还慢一些。Windows 没有分叉。
if "forkserver" in multiprocessing.get_all_start_methods():
    processes = multiprocessing.get_context("forkserver")
    preloaded = ["torch", "torch._dynamo", "matplotlib.pyplot", "joblib"]
    processes.set_forkserver_preload(preloaded)
else:
    processes = multiprocessing.get_context("spawn")

PACKAGES = "torch", "numpy", "matplotlib"
# 结果留着，键是它取决于的一切（见 `run_stored`）。joblib 管存取与并发。
memory = Memory(ROOT / ".cache/results", verbose=0)
VERSIONS = sys.version, platform.platform(), *map(version, PACKAGES)
VERSIONS += Path(__file__).read_bytes(), Path(os.environ["MATPLOTLIBRC"]).read_bytes()


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
    # 处理器的时间，与机器忙不忙无关；不算导入 PyTorch。
    seconds: float = field(default=0.0, compare=False)
    figure: str = field(default="", compare=False)  # 到这里为止存的 SVG


def run(blocks: Sequence[Block]) -> list[Result]:
    """在新进程、空的临时目录里依次运行各块，出错为止：结果可能比 `blocks` 少。"""
    receiver, sender = processes.Pipe(duplex=False)
    results = []
    with tempfile.TemporaryDirectory() as folder:
        process = processes.Process(target=run_blocks, args=(blocks, folder, sender))
        process.start()
        sender.close()
        try:
            while len(results) < len(blocks) and not (results and results[-1].error):
                if not receiver.poll(TIME_LIMIT):
                    results.append(Result("", f"运行超过 {TIME_LIMIT} 秒，已终止"))
                    break
                results.append(receiver.recv())
        except EOFError:
            process.join()
            results.append(Result("", f"进程中途退出，退出码 {process.exitcode}"))
        process.kill()
        process.join()
    return results


@memory.cache(ignore=["blocks"])
def stored(blocks: Sequence[Block], key: tuple) -> list[Result]:
    return run(blocks)


def run_stored(
    blocks: Sequence[Block], inputs: Iterable[Path] = (), fresh: bool = False
) -> list[Result]:
    """与 `run` 相同；代码、`inputs`（读的文件）都没变就用上次的结果，除非 `fresh`。"""
    if fresh or FRESH:
        return run(blocks)
    files = tuple((path.name, path.read_bytes()) for path in inputs)
    sources = tuple((block.file.parts[-2:], block.source) for block in blocks)
    kept = stored.call_and_shelve(blocks, (VERSIONS, sources, files))
    results = kept.get()
    if results[-1].error:
        kept.clear()  # 超时之类的，下次未必
    return results


def run_blocks(blocks: Sequence[Block], folder: str, sender: Connection) -> None:
    """在子进程里：像 `python <file>` 那样运行各块，每块完成就送出结果。"""
    os.chdir(folder)
    sys.dont_write_bytecode = True
    # 先求出临时目录：钩子里再求，会等它自己占着的锁。
    sys.addaudithook(partial(refuse, Path(tempfile.gettempdir()).resolve()))
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
            main.__file__ = str(block.file)
            start, began = captured.tell(), time.process_time()
            error = execute(block, main.__dict__)
            seconds = time.process_time() - began
            sys.stdout.flush()
            captured.seek(start)
            printed = captured.read().decode()
            figure = "".join(p.read_text("utf-8") for p in Path().glob("*.svg"))
            sender.send(Result(printed, error, seconds, figure))
            if error:
                break


# 审计事件 → 被操作的路径是第几个参数。
PATH_EVENTS = {"os.rename": 1, "shutil.copyfile": 1, "shutil.move": 1}
PATH_EVENTS |= dict.fromkeys(("os.mkdir", "os.remove", "os.rmdir"), 0)
PATH_EVENTS |= {"os.truncate": 0, "shutil.rmtree": 0}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def refuse(allowed: Path, event: str, arguments: tuple) -> None:
    """审计钩子：不许上网，不许在 `allowed` 之外写文件。管不小心，不是沙箱。"""
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        raise PermissionError("程序不许上网：数据随程序放在 snippets/ 里")
    if event == "open" and arguments[2] & WRITING:
        path = arguments[0]
    elif event in PATH_EVENTS:
        path = arguments[PATH_EVENTS[event]]
    else:
        return
    if isinstance(path, int) or os.fspath(path) == os.devnull:
        return
    full = Path(os.fsdecode(path)).resolve()
    if not full.is_relative_to(allowed):
        raise PermissionError(f"程序只许在运行它的目录里写文件，不许写 {full}")


def execute(block: Block, namespace: dict) -> str | None:
    """运行一块代码；出错时返回只含作者代码的回溯。"""
    try:
        exec(compile(block.source, block.file, "exec"), namespace)  # noqa: S102
    except BaseException as error:  # noqa: BLE001 sys.exit 也算没有运行完
        kept = error.__traceback__.tb_next
        return "".join(traceback.format_exception(type(error), error, kept)).rstrip()
    return None
