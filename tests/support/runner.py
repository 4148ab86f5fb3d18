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
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO
from unittest.mock import patch

from joblib import Memory

FRESH = False  # 不用上次的结果（--fresh）
TIME_LIMIT = 60  # 秒，每一块；规定程序在 2 核上不超过 20 秒，留出余量
TRAINING_LIMIT = 600  # 训练程序规定不超过 120 秒

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
# 只读的目录里留不下来，每次都运行。
PLACE = ROOT / ".cache/results" if os.access(ROOT, os.W_OK) else None
memory = Memory(PLACE, verbose=0)
VERSIONS = sys.version, platform.platform(), *map(version, PACKAGES)
VERSIONS += Path(__file__).read_bytes(), Path(os.environ["MATPLOTLIBRC"]).read_bytes()


@dataclass(frozen=True)
class Block:
    """一块代码。`source` 里每一行都在 `file` 原来的行号上，报错才指得准。"""

    source: str
    file: Path
    limit: int = 0  # 秒；0 是 TIME_LIMIT


@dataclass(frozen=True)
class Result:
    """一块代码印出的文字；没有运行完时 `error` 说明原因。"""

    stdout: str
    error: str | None = None
    # 处理器的时间，与机器忙不忙无关；不算导入 PyTorch。
    seconds: float = field(default=0.0, compare=False)
    figure: str = field(default="", compare=False)  # 到这里为止存的 SVG
    warnings: str = field(default="", compare=False)  # 印到标准错误的
    product: bytes = field(default=b"", compare=False)  # 训练程序存的 npz
    left: tuple[str, ...] = field(default=(), compare=False)  # 此外留下的文件


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
                limit = blocks[len(results)].limit or TIME_LIMIT
                if not receiver.poll(limit):
                    results.append(Result("", f"运行超过 {limit} 秒，已终止"))
                    break
                results.append(receiver.recv())
        except EOFError:
            process.join()
            results.append(Result("", f"进程中途退出，退出码 {process.exitcode}"))
        process.kill()
        process.join()
    return results


# 与平常不同的环境；散列的种子要在解释器启动时定，所以另开一个进程，它再分叉。
ELSEWHERE = {"PYTHONHASHSEED": "20261128", "OMP_NUM_THREADS": "2", "COLUMNS": "20"}
ELSEWHERE |= {"FORCE_COLOR": "1", "TERM": "xterm-256color", "TZ": "Pacific/Kiritimati"}


@cache
def elsewhere() -> ProcessPoolExecutor:
    """换了环境的一个进程，一次测试只开一个。"""
    other = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
    with patch.dict(os.environ, ELSEWHERE):
        other.submit(int).result()  # 进程这时启动，带着这时的环境
    return other


def run_elsewhere(blocks: Sequence[Block]) -> list[Result]:
    """与 `run` 相同，在不同的环境里：散列的种子、线程数、终端、时区。"""
    return elsewhere().submit(run, blocks).result()


@memory.cache(ignore=["how", "blocks"])
def stored(how: Callable, blocks: Sequence[Block], key: tuple) -> list[Result]:
    return how(blocks)


def run_stored(
    blocks: Sequence[Block], inputs: Iterable[Path] = (), changed: bool = False
) -> list[Result]:
    """运行各块，`changed` 时换一个环境；代码、`inputs`（读的文件）没变就用上次的结果。"""
    how = run_elsewhere if changed else run
    if FRESH:
        return how(blocks)
    files = tuple((path.name, path.read_bytes()) for path in inputs)
    sources = tuple((block.file.parts[-2:], block.source) for block in blocks)
    key = changed and str(ELSEWHERE), VERSIONS, sources, files
    kept = stored.call_and_shelve(how, blocks, key)
    results = kept.get()
    if results[-1].error:
        kept.clear()  # 超时之类的，下次未必
    return results


def run_blocks(blocks: Sequence[Block], folder: str, sender: Connection) -> None:
    """在子进程里：像 `python <file>` 那样运行各块，每块完成就送出结果。"""
    if any("matplotlib" in block.source for block in blocks):
        # 在钩子之前找好缓存的目录，字体的缓存才留得下；分叉来的已经导入了。
        import matplotlib.pyplot  # noqa: F401

    os.chdir(folder)
    sys.dont_write_bytecode = True
    # 先求出临时目录：钩子里再求，会等它自己占着的锁。
    sys.addaudithook(partial(refuse, Path(tempfile.gettempdir()).resolve()))
    main = types.ModuleType("__main__")
    sys.modules["__main__"] = main
    sys.argv = [str(blocks[0].file)]
    sys.path.insert(0, str(blocks[0].file.parent))
    with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as warned:
        sys.stdout, sys.stderr = redirect(1, printed), redirect(2, warned)
        for block in blocks:
            main.__file__ = str(block.file)
            starts, began = (printed.tell(), warned.tell()), time.process_time()
            error = execute(block, main.__dict__)
            seconds = time.process_time() - began
            sys.stdout.flush()
            sys.stderr.flush()
            printed.seek(starts[0])
            warned.seek(starts[1])
            figure = "".join(p.read_text("utf-8") for p in Path().glob("*.svg"))
            product = b"".join(p.read_bytes() for p in Path().glob("*.npz"))
            texts = printed.read().decode(), warned.read().decode()
            known = ".svg", ".npz"
            left = tuple(p.name for p in Path().iterdir() if p.suffix not in known)
            made = figure, texts[1], product, left
            sender.send(Result(texts[0], error, seconds, *made))
            if error:
                break


def redirect(descriptor: int, file: IO) -> io.TextIOWrapper:
    """换掉描述符：C 代码和子进程印的也收得到。"""
    os.dup2(file.fileno(), descriptor)
    stream = os.fdopen(descriptor, "wb", closefd=False)
    return io.TextIOWrapper(stream, encoding="utf-8", newline="\n")


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
