"""备好环境再运行：`python3 -m rnn_notes` 后面写 `serve`、`test`、`site` 等。

只用标准库：运行它的 Python 里还什么都没有装。依赖装进项目里的 .venv，
所以系统的 Python 拒绝 pip install（PEP 668）时也能用。
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INSTALLED = VENV / "installed-requirements.txt"
# 作者写错得了的一切：课文、程序、证据、术语、链接。浏览器和托管留给全部检查。
CHECKS = ["tests/lessons", "docs", "tests/site/test_links.py"]
CHECKS += ["tests/site/test_text.py", "tests/site/test_glossary_links.py"]
# 这几个命令用不到程序与检查；requirements 里 REST 那一行以下的不装。
WITHOUT_TORCH = ("serve", "new", "rename")
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


def install(everything: bool = True) -> None:
    """建立或沿用 .venv；依赖清单变了才重新安装，不是 `everything` 时只装网站要的。"""
    lists = ("requirements.lock", "requirements.txt", "pyproject.toml")
    texts = [(ROOT / name).read_text("utf-8") for name in lists]
    key = hashlib.sha256("".join(texts).encode()).hexdigest()
    states = [f"{key} 网站", f"{key} 全部"][everything:]
    if INSTALLED.exists() and INSTALLED.read_text("utf-8") in states:
        return
    if not PYTHON.exists():
        print(f"建立虚拟环境 {VENV}", flush=True)
        try:
            venv.create(VENV, symlinks=os.name != "nt", with_pip=True)
        except subprocess.CalledProcessError:
            shutil.rmtree(VENV)  # 半成品会被下一次运行当作建好了
            sys.exit(
                "建不了虚拟环境。Debian、Ubuntu 请先：sudo apt install python3-venv"
            )
    first, size = not INSTALLED.exists(), SIZES[everything]
    if first and (free := shutil.disk_usage(ROOT).free / 1e6) < size[1]:
        sys.exit(f"磁盘只剩 {free:.0f} MB，要 {size[1]} MB：腾出地方再运行。")
    if first:
        print("安装依赖：下载约 {} MB，占磁盘约 {} MB".format(*size), flush=True)
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    pip += [] if first else ["-q"]
    # 锁里的每个文件都要哈希相符，所以 torch 和本项目不能写在一起：第二步只装它们，
    # 构建本项目用的 flit_core 也已经由锁装好。
    for name, text, options in (
        ("lock", texts[0], ["--require-hashes"]),
        ("txt", texts[1], ["--no-build-isolation"]),
    ):
        wanted = VENV / f"wanted-{name}.txt"
        wanted.write_text(text if everything else text.partition(REST)[0], "utf-8")
        if subprocess.call([*pip, *options, "-r", wanted], cwd=ROOT):
            sys.exit("安装失败。请看上面 pip 的报错，改好后再运行同一条命令。")
    INSTALLED.write_text(states[0], "utf-8")


def main() -> int:
    for stream in sys.stdout, sys.stderr:
        # 写不出汉字的编码只见于接到别处的输出（Windows 的 CI、C 区域）：改用 UTF-8。
        try:
            "中".encode(stream.encoding)
        except UnicodeEncodeError:
            stream.reconfigure(encoding="utf-8")
    if sys.version_info < (3, 11, 5):
        sys.exit(f"需要 Python 3.11.5 到 3.13，现在是 {sys.version.split()[0]}。")
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(USAGE)
    install(sys.argv[1] not in WITHOUT_TORCH)
    # Windows 的默认编码未必写得出中文。
    environment = {**os.environ, "PYTHONUTF8": "1"}
    name, *options = sys.argv[1:]
    if name in ("check", "record"):
        environment["LESSONS_ONLY"] = "1"
        if options and not options[0].startswith("-"):
            options.insert(0, "-k")
    command = [PYTHON, "-m", *COMMANDS[name], *options]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as child:
        try:
            return child.wait()
        except KeyboardInterrupt:
            # 子进程也收到了 Ctrl+C，等它收拾完。130 让 `site && rsync` 停在这里。
            child.wait()
            return 130


if __name__ == "__main__":
    sys.exit(main())
