"""升级依赖：`python3 -m rnn_notes update`，步骤和要看什么写在 MAINTAINING.md。

锁由 uv 求出，选项在 pyproject.toml：各平台、各 Python 用同一份，带哈希。
"""

import argparse
import re
from collections.abc import Collection
from importlib.metadata import requires
from pathlib import Path
from tempfile import TemporaryDirectory

from rnn_notes.__main__ import REST, install
from rnn_notes.publish import ROOT, run

DIRECT, LOCK = ROOT / "requirements.txt", ROOT / "requirements.lock"
OLDEST, NEWEST, SYSTEMS = "3.11.5", "3.14", ("linux", "windows", "macos")
PIN = re.compile(r"^([\w.-]+)==([\w.!+-]+)", re.MULTILINE)


def pins(text: str) -> dict[str, str]:
    """行首的「名字==版本」：名字 → 版本。"""
    return dict(PIN.findall(text))


def repin(text: str, versions: dict[str, str]) -> str:
    """换掉 requirements.txt 里的版本，注释和次序不动。"""
    return PIN.sub(lambda m: f"{m[1]}=={versions.get(m[1], m[2])}", text)


def wanted(direct: dict[str, str], upgrade: bool) -> list[str]:
    """交给 uv 的；torch 换成装好的那一版要的，除去只有 Linux 版才要的 CUDA。"""
    others = [name for name in direct if name != "torch"]
    needed = requires("torch") if "torch" in direct else []
    needed = [n for n in needed if not re.search("Linux|extra", n)]
    return [n if upgrade else f"{n}=={direct[n]}" for n in others] + needed


def grouped(lock: str, served: Collection[str]) -> str:
    """网站要的（`served`）放到前面：`serve` 只装到 REST 那一行。"""
    head, *blocks = re.split(r"\n(?=[\w-]+==)", lock.replace(f"{REST}\n", "").rstrip())
    blocks.sort(key=lambda block: block.partition("==")[0] not in served)
    count = sum(block.partition("==")[0] in served for block in blocks)
    return "\n".join([head, *blocks[:count], REST, *blocks[count:], ""])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python3 -m rnn_notes update")
    parser.add_argument("--lock", action="store_true", help="只重锁，不重新记录")
    parser.add_argument("pins", nargs="*", metavar="包==版本", help="只改这几个")
    arguments = parser.parse_args()
    upgrade = not (arguments.lock or arguments.pins)
    text, named = DIRECT.read_text("utf-8"), pins("\n".join(arguments.pins))
    if len(named) < len(arguments.pins) or named.keys() - pins(text).keys():
        parser.error("要写成 包==版本，包是 requirements.txt 里的，例如 torch==2.13.0")
    text = repin(text, named)
    run("pip", "install", "-q", f"torch=={pins(text)['torch']}")
    with TemporaryDirectory() as tools:
        run("pip", "install", "-q", "--target", tools, "uv")
        source = Path(tools, "requirements.in")
        source.write_text("\n".join(wanted(pins(text), upgrade)), "utf-8")
        # 不写进 pyproject.toml：那里的 uv pip install 也看，装的就是 3.11 的 wheel。
        every = ["-q", "--python-version", OLDEST]
        options = [*every, "-o", LOCK, *["--upgrade"] * upgrade]
        run("uv", "pip", "compile", source, *options, PYTHONPATH=tools)
        lock, served = LOCK.read_text("utf-8"), Path(tools, "served")
        text = repin(text, pins(lock))
        names = wanted(pins(text.partition(REST)[0]), upgrade=True)
        source.write_text("\n".join(names), "utf-8")
        options = [*every, "-c", LOCK, "-o", served]
        run("uv", "pip", "compile", source, *options, PYTHONPATH=tools)
        LOCK.write_text(grouped(lock, pins(served.read_text("utf-8"))), "utf-8")
        options = ["-q", "--no-config", "--no-deps", "--python-version", NEWEST]
        for system in SYSTEMS:  # 只有 Linux 才有 wheel 的，锁里看不出来
            where = ["--python-platform", system, "-o", Path(tools, system)]
            run("uv", "pip", "compile", LOCK, *options, *where, PYTHONPATH=tools)
    DIRECT.write_text(text, "utf-8")
    install()
    if not arguments.lock:
        run("pytest", "--record")


if __name__ == "__main__":
    main()
