"""升级依赖：`python3 -m rnn_notes update`，步骤和要看什么写在 MAINTAINING.md。

requirements.txt 与 pyproject.toml 里的版本 → requirements.lock → 重新安装 →
LICENSES.md → 重新记录输出。锁由 uv 解析：只有它能一次得出各平台、各 Python 版本
都能用的一份，带哈希；pip-licenses 读许可证。两者都装在临时目录里，用完就删。
"""

import argparse
import json
import os
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from rnn_notes.__main__ import ROOT, install

DIRECT, LOCK = ROOT / "requirements.txt", ROOT / "requirements.lock"
PROJECT, LICENSES = ROOT / "pyproject.toml", ROOT / "LICENSES.md"
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[\w.!+-]+)", re.MULTILINE)
BUILD = re.compile(r'(?<=requires = \["flit_core==)[^"]+')
# 升级时也不能越过的界限。
LIMITS = {"mkdocs": "<2"}  # MkDocs 2 没有插件
# 元数据里没写许可证的包，写的是它的 wheel 里许可证文件说的。
UNDECLARED = {"axe-playwright-python": "MIT（axe-core 是 MPL-2.0）"}
GENERATED = re.compile(r"(?<=<!-- 依赖开始 -->\n).*(?=<!-- 依赖结束 -->)", re.DOTALL)


def pins(text: str) -> dict[str, str]:
    """行首的「名字==版本」：名字（统一成小写与连字符）→ 版本。"""
    return {canonicalize_name(m["name"]): m["version"] for m in PIN.finditer(text)}


def repin(text: str, versions: dict[str, str]) -> str:
    """换掉 requirements.txt 里的版本，注释和次序不动。"""

    def new(match: re.Match) -> str:
        found = versions.get(canonicalize_name(match["name"]), match["version"])
        return f"{match['name']}=={found}"

    return PIN.sub(new, text)


def wanted(
    direct: dict[str, str], chosen: dict[str, str], keep: bool
) -> dict[str, str]:
    """名字 → 交给 uv 的版本限定：点名的用点名的，其余不限，或照旧。"""
    return {
        name: f"=={chosen[name]}"
        if name in chosen
        else f"=={pin}"
        if keep
        else LIMITS.get(name, "")
        for name, pin in direct.items()
        if name != "torch"
    }


def torch_needs() -> list[str]:
    """torch 要的包，不含 CUDA：CUDA 的包只有 Linux 版才要，所以照 macOS 取。"""
    found = map(Requirement, requires("torch"))
    mac = {"platform_system": "Darwin", "sys_platform": "darwin", "extra": ""}
    return [
        f"{requirement.name}{requirement.specifier}"
        for requirement in found
        if not requirement.marker or requirement.marker.evaluate(mac)
    ]


def run(*command, **options) -> None:
    """运行；失败就停下，命令自己已经说了原因。"""
    if subprocess.call(command, cwd=ROOT, **options):
        sys.exit("停在上面这一步。看它的报错；要回到升级之前，用 git checkout 还原。")


def pip(*arguments) -> None:
    run(sys.executable, "-m", "pip", "install", "-q", *arguments)


def environment(tools: Path) -> dict[str, str]:
    """`python -m uv` 与 `python -m piplicenses` 从临时目录里来。"""
    return {**os.environ, "PYTHONPATH": str(tools), "PYTHONUTF8": "1"}


def lock(tools: Path, requirements: list[str], upgrade: bool) -> None:
    """用 uv 写 requirements.lock：只收 wheel，各平台、各 Python 用同一个版本。"""
    source = tools / "requirements.in"
    source.write_text("\n".join(requirements), "utf-8")
    options = "--universal --generate-hashes --emit-build-options --no-annotate -q"
    run(
        *[sys.executable, "-m", "uv", "pip", "compile", source, "-o", LOCK],
        *options.split(),
        *["--python-version", "3.11.5", "--fork-strategy", "fewest"],
        *["--only-binary", ":all:", *(["--upgrade"] if upgrade else [])],
        *["--custom-compile-command", "python3 -m rnn_notes update --lock"],
        env=environment(tools),
    )


def is_installed(name: str) -> bool:
    try:
        return bool(version(name))
    except PackageNotFoundError:
        return False


def list_licenses(tools: Path) -> None:
    """重写 LICENSES.md 里的表；只有别的平台才装的包，也装进临时目录来读。"""
    locked = pins(LOCK.read_text("utf-8"))
    elsewhere = [f"{n}=={v}" for n, v in locked.items() if not is_installed(n)]
    if elsewhere:
        pip("--no-deps", "--target", tools, *elsewhere)
    listing = subprocess.check_output(
        [sys.executable, "-m", "piplicenses", "--format=json", "--with-system"]
        + ["--packages", *locked, "torch"],
        env=environment(tools),
        encoding="utf-8",
    )
    rows = {}
    for package in json.loads(listing):
        name = canonicalize_name(package["Name"])
        license = UNDECLARED.get(name, package["License"])
        rows[name] = f"| {name} | {license} |\n"
    table = "\n| 包 | 许可证 |\n|---|---|\n" + "".join(map(rows.get, sorted(rows)))
    text = LICENSES.read_text("utf-8")
    LICENSES.write_text(GENERATED.sub(lambda _: table + "\n", text), "utf-8")


def main() -> int:
    """升级，重新安装，重新记录；返回 pytest 的返回值。"""
    parser = argparse.ArgumentParser(prog="python3 -m rnn_notes update")
    parser.add_argument("pins", nargs="*", metavar="包==版本", help="定到这个版本")
    help = "不升级：照 requirements.txt 重写锁和许可证表，不重新记录"
    parser.add_argument("--lock", action="store_true", help=help)
    arguments = parser.parse_args()
    direct = DIRECT.read_text("utf-8")
    chosen = pins("\n".join(arguments.pins))
    known = {**pins(direct), "flit-core": BUILD.search(PROJECT.read_text("utf-8"))[0]}
    if len(chosen) < len(arguments.pins) or chosen.keys() - known.keys():
        parser.error("要写成 包==版本，包是 requirements.txt 里的，例如 torch==2.13.0")
    before = {**known, **pins(LOCK.read_text("utf-8") if LOCK.exists() else "")}
    with TemporaryDirectory() as folder:
        tools = Path(folder)
        pip("--target", tools, "uv", "pip-licenses")
        if "torch" in chosen:
            pip(f"torch=={chosen['torch']}")  # 它要什么，读装好的才知道
        limits = wanted(known, chosen, keep=arguments.lock)
        requirements = [f"{name}{limit}" for name, limit in limits.items()]
        lock(tools, [*requirements, *torch_needs()], upgrade=not arguments.lock)
        after = {**before, **pins(LOCK.read_text("utf-8")), **chosen}
        DIRECT.write_text(repin(direct, after), "utf-8")
        project = PROJECT.read_text("utf-8")
        PROJECT.write_text(BUILD.sub(after["flit-core"], project), "utf-8")
        install()
        list_licenses(tools)
    for name in sorted(after):
        if before.get(name) != after[name]:
            print(f"{name}: {before.get(name, '新')} → {after[name]}")
    if arguments.lock:
        return 0
    failed = subprocess.call([sys.executable, "-m", "pytest", "--record"], cwd=ROOT)
    run("git", "--no-pager", "diff", "--stat")
    print("接着照 MAINTAINING.md「依赖与升级」里的「要看什么」看一遍。")
    return failed


if __name__ == "__main__":
    sys.exit(main())
