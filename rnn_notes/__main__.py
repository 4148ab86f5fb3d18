"""备好环境再运行：`python3 -m rnn_notes` 后面写 `serve`、`test`、`site` 或 `offline`。

只用标准库：运行它的 Python 里还什么都没有装。依赖装进项目里的 .venv，
所以系统的 Python 拒绝 pip install（PEP 668）时也能用。
"""

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
COMMANDS = {
    "serve": ["mkdocs", "serve"],
    "test": ["pytest"],
    "site": ["rnn_notes.site"],
    "offline": ["rnn_notes.offline"],
}
USAGE = """\
用法：python3 -m rnn_notes serve [mkdocs serve 的选项]
      python3 -m rnn_notes test [pytest 的选项]
      python3 -m rnn_notes site [放网站的目录，默认是 site]
      python3 -m rnn_notes offline [放 rnn-notes.zip 的目录]"""


def install() -> None:
    """建立或沿用 .venv；依赖清单变了才重新安装。"""
    wanted = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    if INSTALLED.exists() and INSTALLED.read_text(encoding="utf-8") == wanted:
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
    print("安装 requirements.txt，第一次要几分钟，大半是下载 torch", flush=True)
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    if subprocess.call([*pip, "-r", "requirements.txt"], cwd=ROOT):
        sys.exit("安装失败。请看上面 pip 的报错，改好后再运行同一条命令。")
    INSTALLED.write_text(wanted, encoding="utf-8")


def main() -> int:
    if sys.version_info < (3, 11, 5):
        sys.exit(f"需要 Python 3.11.5 到 3.13，现在是 {sys.version.split()[0]}。")
    if len(sys.argv) < 2 or sys.argv[1] not in COMMANDS:
        sys.exit(USAGE)
    install()
    # Windows 的默认编码未必写得出中文。
    environment = {**os.environ, "PYTHONUTF8": "1"}
    command = [PYTHON, "-m", *COMMANDS[sys.argv[1]], *sys.argv[2:]]
    try:
        return subprocess.call(command, cwd=ROOT, env=environment)
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
