"""锁与清单一致，装的与锁一致；升级只改该改的。"""

import re
import sys
import tomllib
from importlib.metadata import distributions
from itertools import chain
from pathlib import Path

import pytest
import yaml
from contract import fail_if
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from records import recorded_environment

from rnn_notes.__main__ import INSTALLED, REST, ROOT, SIZES
from rnn_notes.update import NEWEST, OLDEST, pins, repin, wanted


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


LOCK, LIST, README = map(read, ("requirements.lock", "requirements.txt", "README.md"))
DIRECT = pins(LIST)
LOCKED = pins(LOCK)
RELOCK = "运行 python3 -m rnn_notes update --lock"


def test_every_direct_dependency_is_one_exact_version():
    lines = [line.partition("#")[0].strip() for line in LIST.splitlines()]
    exact = {f"{name}=={version}" for name, version in DIRECT.items()}
    fail_if(
        f"requirements.txt:{number}：「{line}」要写成「名字==版本」，一个名字写一次"
        for number, line in enumerate(lines, 1)
        if line and (line not in exact or line in lines[: number - 1])
    )


def test_torch_is_the_one_that_made_the_records():
    pin = DIRECT["torch"]
    told = {"requirements.txt": set(re.findall(r"torch==([\w.+]+)", LIST))}
    told["README.md"] = {*re.findall(r"记录用 (\S+) 得到", README)}
    made = re.match(r"PyTorch ([^、]+)", recorded_environment(ROOT / "snippets"))
    told["snippets/environment.md"] = {made[1]}
    fail_if(
        f"{file} 说的 torch 是 {'、'.join(sorted(versions))}，装的是 {pin}：改成同一个，"
        "换了 torch 就运行 python3 -m rnn_notes test --record"
        for file, versions in told.items()
        if versions != {pin}
    )


def test_python_range_is_the_same_everywhere():
    [(low, high)] = re.findall(r"需要 Python (3\.\d+\.\d+) 到 (3\.\d+)", README)
    minor, settings = low.rpartition(".")[0], tomllib.loads(read("pyproject.toml"))
    above = f"3.{int(high.partition('.')[2]) + 1}"
    jobs = yaml.safe_load(read(".github/workflows/site.yml"))["jobs"]
    setups = [
        s["with"] for s in jobs["build"]["steps"] if "python" in s.get("uses", "")
    ]
    assert settings["project"]["requires-python"] == f">={low},<{above}"
    assert "python-version" not in settings["tool"]["uv"]["pip"]
    assert settings["tool"]["ruff"]["target-version"] == f"py{minor.replace('.', '')}"
    assert jobs["test"]["strategy"]["matrix"]["python"] == [minor, high]
    assert [setup["python-version"] for setup in setups] == [high]
    assert (low, high) == (OLDEST, NEWEST)
    launcher = read("rnn_notes/__main__.py")
    low_to_above = [f"({v.replace('.', ', ')})" for v in (low, above)]
    assert " <= sys.version_info < ".join(low_to_above) in launcher
    assert f"需要 Python {low} 到 {high}，" in launcher


def test_lock_has_every_direct_dependency():
    missing = {name for name, pin in DIRECT.items() if LOCKED.get(name) != pin}
    assert missing == {"torch"}, f"锁与 requirements.txt 不一致：{RELOCK}"


def test_what_serve_installs_is_complete():
    """锁的前半，网站自己就够；程序与检查要的大件不在其中。"""
    served = pins(LOCK.partition(REST)[0])
    assert LOCK.count(REST) == LIST.count(REST) == 1
    assert pins(LIST.partition(REST)[0]).keys() <= served.keys()
    sizes = (f"{size} MB" for pair in SIZES.values() for size in pair)
    assert [size for size in sizes if size not in README] == []
    assert served.keys().isdisjoint({"torch", "numpy", "matplotlib", "pytest"})
    # 别的平台才要的，这里没有装，不知道它要什么。
    here = [
        d.requires or [] for d in distributions() if canonicalize_name(d.name) in served
    ]
    needs = {
        canonicalize_name(need.name)
        for need in map(Requirement, chain.from_iterable(here))
        if not need.marker or need.marker.evaluate({"extra": ""})
    }
    assert needs <= served.keys(), RELOCK


def test_every_locked_package_has_hashes():
    """CUDA 的包不在其中：它们的哈希会定死用哪一种 torch。"""
    lines = LOCK.replace("\\\n", "").splitlines()
    entries = [line for line in lines if line and not line.startswith(("#", "--only"))]
    assert "--only-binary :all:" in lines
    assert len(entries) == len(LOCKED)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert [n for n in LOCKED if re.match(r"torch|triton|nvidia|cuda", n)] == []


def test_no_index_is_named():
    """从哪里下载由各人的 pip 决定，安装时读的、教人安装的都不说。"""
    url = dict.fromkeys(["requirements.*", "pyproject.toml", ".ci/run"], r"\S*://\S+")
    url |= dict.fromkeys([".github/**/*.yml", "rnn_notes/[_pu]*.py"], r"\S*://\S+")
    url["*.md"] = r"(?i)index\S*[ =]\S*://\S+|\S*://[^\s/]*/simple\b"
    fail_if(
        f"{path.name}：删掉软件源 {found[0]}，各人的 pip 有自己的"
        for pattern, wrong in url.items()
        for path in ROOT.glob(pattern)
        if (found := re.search(wrong, path.read_text("utf-8")))
    )


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
