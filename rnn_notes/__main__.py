"""备好环境再运行：`python3 -m rnn_notes` 后面写 `serve`、`test`、`site` 等。

只用标准库：运行它的 Python 里还什么都没有装。依赖装进项目里的 .venv，
所以系统的 Python 拒绝 pip install（PEP 668）时也能用。
"""

import hashlib
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INSTALLED = VENV / "installed-requirements.txt"
# 作者写错得了的一切：课文、程序、证据、术语、链接。浏览器和托管留给全部检查。
CHECKS = ["tests/lessons", "docs", "tests/site/test_links.py"]
CHECKS += ["tests/site/test_text.py", "tests/site/test_glossary_links.py"]
# 这几个命令用不到程序与检查；requirements 里 REST 那一行以下的不装。
WITHOUT_TORCH = ("serve", "rename")
REST = "# 以下是程序与检查要的，serve 不装"
SIZES = {False: (60, 350), True: (400, 1700)}  # MB：下载，装好占的；CPU 版的 torch
COMMANDS = {
    "serve": ["mkdocs", "serve", "--dirty"],
    "check": ["pytest", "-q", *CHECKS],
    "record": ["pytest", "-q", "--record", *CHECKS[:2]],
    "new": ["rnn_notes.author", "new"],
    "rename": ["rnn_notes.author", "rename"],
    "test": ["pytest"],
    "site": ["rnn_notes.publish", "site"],
    "offline": ["rnn_notes.publish", "offline"],
    "book": ["rnn_notes.book"],
    "update": ["rnn_notes.update"],
}
USAGE = """\
用法：python3 -m rnn_notes serve [mkdocs serve 的选项]
      python3 -m rnn_notes new 课名 "标题"
      python3 -m rnn_notes rename 旧课名 新课名
      python3 -m rnn_notes check [课名]
      python3 -m rnn_notes record [课名]
      python3 -m rnn_notes test [pytest 的选项]
      python3 -m rnn_notes site [放网站的目录，默认是 site]
      python3 -m rnn_notes offline [放 rnn-notes.zip 的目录]
      python3 -m rnn_notes book [放 rnn-notes.pdf 与 rnn-notes.epub 的目录，默认是 book]
      python3 -m rnn_notes update [--lock] [包==版本 ...]"""


def call(*command: object, **variables: str) -> int:
    """运行到底，返回退出码。按了 Ctrl+C，它也收到了：等它收拾完，返回 130。"""
    # Windows 的默认编码未必写得出中文。
    utf8 = {"PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}
    options = {"cwd": ROOT, "env": {**os.environ, **utf8, **variables}}
    interrupted = False
    with subprocess.Popen([*map(str, command)], **options) as child:
        while True:
            try:
                code = child.wait()
                return 130 if interrupted else code
            except KeyboardInterrupt:
                interrupted = True


def must(words: str, *command: object) -> None:
    """运行到底；失败就停在这里，说 `words`。"""
    code = call(*command)
    if code:
        sys.exit(code if code == 130 else words)


def works(module: str) -> bool:
    """.venv 里的 Python 能启动，也有 `module`；系统的 Python 删了、升级了就不能。"""
    try:
        command = [PYTHON, "-c", f"import {module}"]
        return not subprocess.call(command, stderr=subprocess.DEVNULL)
    except OSError:
        return False


def without_torch() -> str:
    """PyTorch 没有给这台机器的安装包时，说是什么机器；有就是空串。"""
    mac = sys.platform == "darwin" and platform.mac_ver()[0].split(".")
    kind = "linux" if sys.platform == "linux" else sysconfig.get_platform()
    machines = {
        "32 位的 Python（装 64 位的就有）": sys.maxsize < 2**32,
        "Intel 的 Mac": mac and platform.machine() == "x86_64",
        "macOS 14 以前的 Mac": mac and int(mac[0]) < 14,
        "ARM 的 Windows（装 x64 的 Python 就有）": kind == "win-arm64",
        "musl 的 Linux（用 Debian 的容器就有）": "musl"
        in (sysconfig.get_config_var("SOABI") or ""),
        f"这种处理器（{platform.machine()}）": kind == "linux"
        and platform.machine() not in ("x86_64", "aarch64"),
    }
    return next((words for words, this in machines.items() if this), "")


def install(everything: bool = True) -> None:
    """建立或沿用 .venv；依赖清单变了、它坏了才重新安装，停在半路的接着装好。

    不是 `everything` 时只装网站要的。
    """
    lists = ("requirements.lock", "requirements.txt", "pyproject.toml")
    key = hashlib.sha256(b"".join((ROOT / name).read_bytes() for name in lists))
    states = [f"{key.hexdigest()} {part}" for part in ("网站", "全部")][everything:]

    def done() -> bool:
        same = INSTALLED.exists() and INSTALLED.read_text("utf-8") in states
        return same and works("pip")

    if done():
        return
    (ROOT / ".cache").mkdir(exist_ok=True)
    # 两个命令一起运行，后一个等前一个装完；进程没了，锁也就没了。
    lock, told = sqlite3.connect(ROOT / ".cache/install.lock", timeout=1), False
    with closing(lock):
        while True:
            try:
                lock.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    break  # 这种磁盘上不能锁
                told = told or print("另一个命令正在安装，等它装完", flush=True) or True
        if not done():
            fill(everything)
            INSTALLED.write_text(states[0], "utf-8")


def fill(everything: bool) -> None:
    no_venv = "建不了虚拟环境。Debian、Ubuntu 请先：sudo apt install python3-venv"
    if not works("sys"):
        print(f"建立虚拟环境 {VENV}", flush=True)
        must(no_venv, sys.executable, "-m", "venv", "--clear", VENV)
    if not works("pip._internal.cli.main"):  # 停在半路的，或者 uv venv 建的
        must(no_venv, PYTHON, "-m", "ensurepip", "--upgrade")
    # 停在半路的包：文件都在，却没有清单，以后升级时 pip 卸不掉它。
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    for path in [*packages.glob("*.dist-info"), *packages.glob("~*")]:
        if not (path / "RECORD").exists():
            shutil.rmtree(path)
    first, size = not INSTALLED.exists(), SIZES[everything]
    if first and (free := shutil.disk_usage(ROOT).free / 1e6) < size[1]:
        sys.exit(f"磁盘只剩 {free:.0f} MB，要 {size[1]} MB：腾出地方再运行。")
    if first:
        print("安装依赖：下载约 {} MB，占磁盘约 {} MB".format(*size), flush=True)
    failed = "安装失败。请看上面的报错，改好后再运行同一条命令；还不行就先删掉 .venv。"
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    pip += [] if first else ["-q"]
    wanted, lock = VENV / "wanted.txt", (ROOT / "requirements.lock").read_text("utf-8")
    wanted.write_text(lock if everything else lock.partition(REST)[0], "utf-8")
    must(failed, *pip, "--require-hashes", "-r", wanted)
    if everything:  # 锁里的文件都要哈希相符，所以 torch 不在锁里
        must(failed, *pip, "-r", "requirements.txt")


def main() -> int:
    for stream in filter(None, (sys.stdout, sys.stderr)):  # 没有控制台就是 None
        # 写不出汉字的编码只见于接到别处的输出（Windows 的 CI、C 区域）：改用 UTF-8。
        try:
            f"中{ROOT}{sys.argv}".encode(stream.encoding)
        except UnicodeEncodeError:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not (3, 11, 5) <= sys.version_info < (3, 15):
        python = "py -3.13" if os.name == "nt" else "python3.13"
        sys.exit(
            f"需要 Python 3.11.5 到 3.14，现在是 {sys.version.split()[0]}。装好一个，再运行："
            f"{' '.join([python, '-m rnn_notes', *sys.argv[1:]])}"
        )
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(USAGE)
    name, *options = sys.argv[1:]
    kind = without_torch()
    nothing = kind.startswith(("32", "musl"))  # 预览要的也有没有安装包的
    if kind and (nothing or name not in WITHOUT_TORCH):
        words = f"PyTorch 没有给{kind}的安装包：不能运行程序与检查。"
        serve = "课文照样能读、能改：python3 -m rnn_notes serve；建站用 .venv 里的 mkdocs build。"
        sys.exit(words if nothing else words + serve)
    variables = {}
    if name in ("check", "record"):
        variables["LESSONS_ONLY"] = "1"
        if options and not options[0].startswith("-"):
            options.insert(0, "-k")
    try:
        install(name not in WITHOUT_TORCH)
        return call(PYTHON, "-m", *COMMANDS[name], *options, **variables)
    except KeyboardInterrupt:  # 等锁的时候
        return 130


if __name__ == "__main__":
    sys.exit(main())
