"""锁与清单一致，装的与锁一致；升级只改该改的。"""

import re
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from rnn_notes.__main__ import INSTALLED, ROOT
from rnn_notes.update import pins, repin, wanted

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
DIRECT = pins((ROOT / "requirements.txt").read_text("utf-8"))
LOCKED = pins(LOCK)
RELOCK = "运行 python3 -m rnn_notes update --lock"


def test_lock_has_every_direct_dependency():
    missing = {name for name, pin in DIRECT.items() if LOCKED.get(name) != pin}
    assert missing == {"torch"}, f"锁与 requirements.txt 不一致：{RELOCK}"


def test_every_locked_package_has_hashes():
    """CUDA 的包不在其中：它们的哈希会定死用哪一种 torch。"""
    lines = LOCK.replace("\\\n", "").splitlines()
    entries = [line for line in lines if line and not line.startswith(("#", "--only"))]
    assert "--only-binary :all:" in lines
    assert len(entries) == len(LOCKED)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert [n for n in LOCKED if re.match(r"torch|triton|nvidia|cuda", n)] == []


def test_no_index_is_named():
    """从哪里下载由各人的 pip 决定，锁、清单和工作流都不说。"""
    host = re.compile(r"--(?:extra-)?index-url +\S*://|https?://[^\s/]*/simple\b")
    patterns = ("*.*", "rnn_notes/*.py", ".ci/*", ".github/**/*.yml")
    for path in (path for pattern in patterns for path in ROOT.glob(pattern)):
        found = path.is_file() and host.search(path.read_text("utf-8", "ignore"))
        assert not found, f"{path.name} 写了软件源：{found[0]}"


@pytest.mark.skipif(
    Path(sys.prefix) != INSTALLED.parent,
    reason="不是 python3 -m rnn_notes 建的环境：间接依赖不照锁安装",
)
def test_installed_versions_are_the_locked_ones():
    """pip 装锁时要每个间接依赖都在锁里；只有别的平台才要的，这里没有装。"""
    installed = {canonicalize_name(d.name): d.version for d in distributions()}
    known = {name: installed[name] for name in LOCKED if name in installed}
    assert known.keys() >= DIRECT.keys() - {"torch"}
    assert known.items() <= LOCKED.items(), "删掉 .venv 再试"


def test_what_an_upgrade_may_change():
    text = "# numpy==1\ntorch==2.13.0\nnumpy==2.4.6  # 理由 a==1\n-e .\n"
    assert repin(text, {"numpy": "2.5", "a": "2"}) == text.replace("2.4.6", "2.5")
    # torch 自己不进锁，它要的都在锁里。
    [numpy, *needed] = wanted(pins(text), upgrade=True)
    assert numpy == "numpy"
    assert {re.match(r"[\w.-]+", need)[0] for need in needed} <= LOCKED.keys(), RELOCK
    assert wanted(pins(text), upgrade=False) == ["numpy==2.4.6", *needed]
