"""启动命令 `python3 -m rnn_notes`：中断时说失败，写不出汉字的终端上也说得出话。"""

import os
import signal
import subprocess
import sys

import pytest

from rnn_notes.__main__ import ROOT

# 装好了，`serve` 换成标准库的服务器：与 mkdocs serve 一样，收到 Ctrl+C 返回 0。
LAUNCH = """
import sys
from rnn_notes import __main__ as launcher
launcher.install, launcher.PYTHON = lambda: None, sys.executable
launcher.COMMANDS["serve"] = ["http.server", "0", "--bind", "127.0.0.1"]
sys.exit(launcher.main())
"""


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C 只能发给整个控制台")
def test_interrupted_command_fails():
    """`site && rsync …` 里按 Ctrl+C，后面的不能接着跑。"""
    with subprocess.Popen(
        [sys.executable, "-c", LAUNCH, "serve"],
        cwd=ROOT,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as launcher:
        assert b"Serving" in launcher.stdout.readline()
        os.killpg(launcher.pid, signal.SIGINT)
    assert launcher.returncode == 130


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_output_that_cannot_hold_chinese(encoding):
    """Windows 的 CI、C 区域：说明照样印得出来，不是 UnicodeEncodeError。"""
    done = subprocess.run(
        [sys.executable, "-m", "rnn_notes"],
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert done.stderr.startswith("用法：python3 -m rnn_notes")
