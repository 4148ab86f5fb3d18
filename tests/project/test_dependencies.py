"""锁与清单一致，装的与锁一致，许可证都列出来了。"""

import re
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from rnn_notes.__main__ import INSTALLED, ROOT
from rnn_notes.update import BUILD, LIMITS, pins, repin, torch_needs, wanted

LOCK = (ROOT / "requirements.lock").read_text("utf-8")
DIRECT = pins((ROOT / "requirements.txt").read_text("utf-8"))
LOCKED = pins(LOCK)
RELOCK = "运行 python3 -m rnn_notes update --lock"


def test_lock_has_every_direct_dependency():
    """改了 requirements.txt 或 flit_core，就要重新锁。"""
    build = BUILD.search((ROOT / "pyproject.toml").read_text("utf-8"))[0]
    expected = {**DIRECT, "flit-core": build}
    del expected["torch"]
    found = {name: LOCKED.get(name) for name in expected}
    assert found == expected, f"锁与 requirements.txt、pyproject.toml 不一致：{RELOCK}"


def test_every_locked_package_has_hashes():
    lines = LOCK.replace("\\\n", "").splitlines()
    entries = [line for line in lines if line and not line.startswith(("#", "--only"))]
    assert "--only-binary :all:" in lines
    assert len(entries) == len(LOCKED)
    for entry in entries:
        assert "--hash=sha256:" in entry, entry


def test_lock_has_nothing_for_gpus():
    """torch 的哈希会定死从哪里下载；CUDA 的包只有一种 torch 要。"""
    gpu = re.compile(r"torch|triton|nvidia|cuda")
    assert not [name for name in LOCKED if gpu.match(name)]


def test_no_index_is_named():
    """从哪里下载由各人的 pip 决定，锁、清单和工作流都不说。"""
    host = re.compile(r"--(?:extra-)?index-url +\S*://|https?://[^\s/]*/simple\b")
    for path in [*ROOT.glob("*.*"), *ROOT.glob("rnn_notes/*.py"), *ROOT.rglob("*.yml")]:
        found = path.is_file() and host.search(path.read_text("utf-8", "ignore"))
        assert not found, f"{path.name} 写了软件源：{found[0]}"


def needed_by(name: str) -> list[str]:
    """装好的包要的包，只算这个平台和这个 Python 要的。"""
    if name == "torch":
        return [Requirement(line).name for line in torch_needs()]
    found = map(Requirement, distribution(name).requires or [])
    return [
        requirement.name
        for requirement in found
        if not requirement.marker or requirement.marker.evaluate({"extra": ""})
    ]


@pytest.mark.skipif(
    Path(sys.prefix) != INSTALLED.parent,
    reason="不是 python3 -m rnn_notes 建的环境：间接依赖不照锁安装",
)
def test_installed_versions_are_the_locked_ones():
    """从直接依赖出发，沿依赖走到的每个包都在锁里，装的就是那一版。"""
    names, wrong = [*DIRECT], {}
    for name in names:
        names += {canonicalize_name(n) for n in needed_by(name)}.difference(names)
        installed = distribution(name).version
        if name != "torch" and LOCKED.get(name) != installed:
            wrong[name] = f"装的是 {installed}，锁里是 {LOCKED.get(name)}"
    assert len(names) > len(DIRECT)
    assert not wrong, f"{wrong}：删掉 .venv 再试；锁里没有的，{RELOCK}"


def test_every_package_has_a_license():
    table = (ROOT / "LICENSES.md").read_text("utf-8").partition("依赖开始")[2]
    rows = dict(re.findall(r"^\| ([a-z][\w.-]*) \| (.+) \|$", table, re.MULTILINE))
    assert sorted(rows) == sorted([*LOCKED, "torch"]), RELOCK
    doubtful = {n: text for n, text in rows.items() if re.search("GPL|UNKNOWN", text)}
    assert not doubtful, (
        f"{doubtful}：GPL 一类要先想清楚能不能用；UNKNOWN 的，看它的 wheel 里的"
        "许可证文件，写进 rnn_notes/update.py 的 UNDECLARED"
    )


def test_repin_keeps_comments_and_order():
    text = "# torch==1\ntorch==2.13.0\nmath_core==0.9.0  # 理由 a==1\n-e .\n"
    assert repin(text, {"math-core": "1.0", "a": "2"}) == text.replace("0.9.0", "1.0")


def test_what_an_upgrade_may_change():
    direct = {"torch": "2.13.0", "mkdocs": "1.6.1", "numpy": "2.4.6"}
    assert wanted(direct, {}, keep=False) == {"mkdocs": LIMITS["mkdocs"], "numpy": ""}
    chosen = wanted(direct, {"numpy": "2.3.0", "torch": "3"}, keep=True)
    assert chosen == {"mkdocs": "==1.6.1", "numpy": "==2.3.0"}
