"""读者与作者的机器，在这一台上能模拟的都在这里：`python3 -m rnn_notes test tests/project/test_platforms.py`。

每一项代表什么写在它旁边，汇总在 MAINTAINING.md；只有真的 Windows、macOS 才看得出的，由 CI 看。
"""

import mimetypes
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import venv
from multiprocessing import get_all_start_methods, get_context
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import patch

import pytest
import runner
import yaml
from browser import TYPES
from builder import tiny
from contract import ROOT, missing
from runner import Block

from rnn_notes import __main__ as launcher
from rnn_notes import publish

SCRIPTS = Path(sysconfig.get_path("scripts"))
posix = pytest.mark.skipif(os.name == "nt", reason="模拟的办法要 POSIX")
# 假的 pip：说一声，然后停着，等 Ctrl+C；收拾完才结束。
STUCK = """
import signal, pathlib
try:
    print("开始", flush=True)
    signal.pause()
finally:
    pathlib.Path("收拾完").touch()
"""
PLOT = """
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.savefig("a.svg")
print("画好了")
"""


def pythons() -> dict[str, str]:
    """这台机器上有的 Python：版本 → 路径；pyenv 的垫片未必有真的。"""
    names = [f"python3.{minor}" for minor in range(8, 17)]
    places = [*Path.home().glob(".pyenv/versions/3.*/bin/python"), sys.executable]
    found = {}
    for path in filter(None, [*map(shutil.which, names), *map(str, places)]):
        ask = [path, "-c", "import platform; print(platform.python_version())"]
        done = subprocess.run(ask, check=False, capture_output=True, text=True)
        version = done.stdout.strip()
        if not done.returncode and tuple(map(int, version.split(".")[:2])) >= (3, 8):
            found[version.rpartition(".")[0]] = path
    return found


PYTHONS = pythons()


def clean(**variables: str) -> dict[str, str]:
    """没有区域、编码设置的环境，再加上 `variables`；不联网，不带外层 pytest 的。"""
    drop = ("LC_", "LANG", "PYTHON", "PYTEST", "VIRTUAL_ENV", "SITE_URL", "CI")
    drop += ("DISABLE_MKDOCS", "NO_MKDOCS", "GIT_PYTHON")  # 导入 rnn_notes 时设的
    kept = {k: v for k, v in os.environ.items() if not k.startswith(drop)}
    return kept | {"PIP_NO_INDEX": "1"} | variables


@pytest.fixture(scope="session")
def gbk(tmp_path_factory) -> dict[str, str]:
    """真的 zh_CN.GBK 区域：文件名、.pth、默认的编码都照 GBK，与中文 Windows 的相同。"""
    if not shutil.which("localedef") or not Path("/usr/share/i18n/charmaps").exists():
        missing("没有 localedef 和字符表：sudo apt install locales", linux=True)
    folder = tmp_path_factory.mktemp("locale")
    make = ["localedef", "-i", "zh_CN", "-f", "GBK", folder / "zh_CN.GBK"]
    subprocess.run(make, check=True, capture_output=True)
    return {"LOCPATH": str(folder), "LC_ALL": "zh_CN.GBK"}


def project(folder: Path) -> Path:
    """只有启动命令的项目：清单是空的，不用下载；`test` 只印出收到的选项。"""
    (folder / "rnn_notes").mkdir(parents=True)
    for name in "__init__.py", "__main__.py":
        shutil.copy(ROOT / "rnn_notes" / name, folder / "rnn_notes")
    for name in "requirements.lock", "requirements.txt", "pyproject.toml":
        (folder / name).touch()
    (folder / "pytest.py").write_text(
        "import sys; print('跑了', *sys.argv[1:])", "utf-8"
    )
    return folder


def launch(folder, *options, python=sys.executable, **variables):
    command = [python, "-m", "rnn_notes", *options]
    places = {"cwd": folder, "env": clean(**variables)}
    return subprocess.run(command, check=False, capture_output=True, **places)


def bare(folder: Path) -> Path:
    """没有 pip 的 .venv，`uv venv` 建的就是这样。"""
    venv.create(folder / ".venv", symlinks=os.name != "nt", with_pip=False)
    return folder


def share(folder: Path) -> Path:
    """`folder` 里的 .venv，用这里装好的包；得到它的 Python。"""
    place = bare(folder) / ".venv"
    packages = sysconfig.get_path("purelib", "venv", {"base": str(place)})
    Path(packages, "shared.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    (place / "share").symlink_to(Path(sys.prefix, "share"))
    return place / "bin/python"


@pytest.fixture(scope="session")
def own(tmp_path_factory) -> Path:
    """读者自己的虚拟环境：没有装过这个项目，`mkdocs`、`pytest` 直接运行。"""
    return share(tmp_path_factory.mktemp("own"))


def fake_pip(folder: Path, main: str) -> None:
    (folder / "pip/_internal/cli").mkdir(parents=True)
    (folder / "pip/_internal/cli/main.py").touch()
    (folder / "pip/__main__.py").write_text(main, "utf-8")


@pytest.mark.parametrize("version", PYTHONS)
def test_this_python_starts_or_says_which_one_does(version, tmp_path):
    """代表：读者装的各种 Python。太旧、太新的说清楚，别的从空目录装到能运行。"""
    folder = project(tmp_path / "讲义集")
    done = launch(folder, "test", "-k", "课", python=PYTHONS[version], PYTHONUTF8="1")
    told = (done.stdout + done.stderr).decode()
    if (3, 11) <= tuple(map(int, version.split("."))) < (3, 15):
        assert "跑了 -k 课" in told
        assert done.returncode == 0
    else:
        assert "需要 Python 3.11.5 到 3.14，现在是 " + version in told
        assert "3.13 -m rnn_notes test -k 课" in told
        assert done.returncode == 1


@pytest.mark.parametrize("version", [(3, 11, 4), (3, 15, 0)])
def test_refusal_says_what_to_run(version, monkeypatch):
    """代表：这台机器上没有的 Python；没有控制台（pythonw）时两个流是 None。"""
    fake = SimpleNamespace(
        stdout=None, stderr=None, version_info=version, exit=sys.exit
    )
    fake.argv, fake.version = ["rnn_notes", "serve"], "别的"
    monkeypatch.setattr(launcher, "sys", fake)
    with pytest.raises(SystemExit, match=r"3\.13 -m rnn_notes serve$"):
        launcher.main()


@pytest.mark.parametrize(
    ("encoding", "name", "seen"),
    [
        ("cp1252", "notes", "utf-8"),  # 英文 Windows 的 CI、接到文件
        ("ascii", "notes", "utf-8"),  # C 区域的容器、cron
        ("gbk", "讲义集", "gbk"),  # 中文 Windows 接到文件
        ("gbk", "笔记🎓", "utf-8"),  # 路径 GBK 写不出来
        ("utf-8", "讲义集", "utf-8"),  # Linux、macOS、Windows 的控制台
    ],
)
@pytest.mark.parametrize("words", ["用法：python3", "安装失败。请看上面的报错", "跑了"])
def test_every_message_is_printed(encoding, name, seen, words, tmp_path):
    """代表：接到别处的输出。说明、装不上、子进程印的，一个字也不少。"""
    folder = bare(project(tmp_path / name))
    failing = words.startswith("安装失败")
    fake_pip(folder, "raise SystemExit('坏了')" if failing else "")
    options = [] if words.startswith("用法") else ["test"]
    done = launch(folder, *options, PYTHONIOENCODING=encoding)
    # 子进程总写 UTF-8。
    code = "utf-8" if words == "跑了" else seen
    assert words in (done.stdout + done.stderr).decode(code, "replace")
    assert done.returncode == (words != "跑了")
    assert b"Error" not in done.stderr


@pytest.mark.parametrize(
    ("words", "system", "machine", "kind", "wide"),
    [
        ("Intel 的 Mac", "darwin", "x86_64", "macosx-14.0-universal2", True),
        ("ARM 的 Windows", "win32", "ARM64", "win-arm64", True),
        ("32 位的 Python", "win32", "AMD64", "win32", False),
        ("32 位的 Python", "linux", "armv7l", "linux-armv7l", False),
        ("musl 的 Linux", "linux", "x86_64", "musl", True),
        ("这种处理器（riscv64）", "linux", "riscv64", "linux-riscv64", True),
        ("", "darwin", "arm64", "macosx-14.0-universal2", True),
        ("", "win32", "AMD64", "win-amd64", True),
        ("", "linux", "aarch64", "linux-aarch64", True),
    ],
)
def test_machine_without_pytorch(words, system, machine, kind, wide, monkeypatch):
    """代表：PyTorch 没有安装包的机器。照 PyPI 上 2.13.0 有的文件写。"""
    sizes = {"maxsize": 2**63 - 1 if wide else 2**31 - 1}
    monkeypatch.setattr(launcher, "sys", SimpleNamespace(platform=system, **sizes))
    facts = {"machine": lambda: machine, "mac_ver": lambda: ("14.1", (), machine)}
    monkeypatch.setattr(launcher, "platform", SimpleNamespace(**facts))
    facts = {"get_platform": lambda: kind, "get_config_var": lambda _: kind}
    monkeypatch.setattr(launcher, "sysconfig", SimpleNamespace(**facts))
    assert launcher.without_torch().startswith(words)
    assert bool(launcher.without_torch()) == bool(words)


@posix
def test_broken_environment_heals(tmp_path):
    """代表：被打断的安装、`uv venv`、系统的 Python 删了或升级了；接着运行就好。"""
    folder = bare(project(tmp_path / "notes"))
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": f"{folder}/.venv"}))
    half, python = packages / "torch-2.dist-info", folder / ".venv/bin/python"
    stamp = folder / ".venv" / launcher.INSTALLED.name

    def nothing(): ...

    def without_list():
        stamp.unlink()
        half.mkdir()

    def without_base():
        python.unlink()
        python.symlink_to("/没有")

    def half_pip():
        shutil.rmtree(packages / "pip/_internal/cli")
        shutil.rmtree(next(packages.glob("pip-*.dist-info")))
        stamp.unlink()

    for damage in nothing, without_list, half_pip, without_base:
        damage()
        done = launch(folder, "test")
        assert "跑了".encode() in done.stdout, (damage, done)
        assert done.returncode == 0
        assert not half.exists()
        assert launch(folder, "test").stdout == "跑了\n".encode(), "又装了一遍"


@posix
def test_two_commands_at_once_install_once(tmp_path):
    """代表：一个终端里 serve，另一个里 test，都是第一次。"""
    folder = bare(project(tmp_path / "notes"))
    fake_pip(folder, "")
    command = [sys.executable, "-m", "rnn_notes", "test"]
    options = {"cwd": folder, "env": clean(PYTHONUTF8="1"), "stdout": subprocess.PIPE}
    both = [subprocess.Popen(command, encoding="utf-8", **options) for _ in range(2)]
    told = "".join(one.communicate()[0] for one in both)
    assert [one.returncode for one in both] == [0, 0]
    assert (told.count("安装依赖"), told.count("跑了")) == (1, 2)


@posix
def test_interrupted_install_waits_for_pip(tmp_path):
    """代表：装到一半按 Ctrl+C。等 pip 收拾完，返回 130，下次接着装。"""
    folder = bare(project(tmp_path / "notes"))
    fake_pip(folder, STUCK)
    options = {"cwd": folder, "env": clean(PYTHONUNBUFFERED="1")}
    options |= {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    command = [sys.executable, "-m", "rnn_notes", "site"]
    with subprocess.Popen(command, start_new_session=True, **options) as child:
        while "开始".encode() not in child.stdout.readline():
            assert child.poll() is None
        os.killpg(child.pid, signal.SIGINT)
        told = child.communicate()[1].decode()
    assert child.returncode == 130
    assert (folder / "收拾完").exists()
    assert "rnn_notes" not in told, "印出了启动命令自己的回溯"
    assert not (folder / ".venv" / launcher.INSTALLED.name).exists()


@pytest.mark.parametrize("failing", [1, 2], ids=["移走旧的", "换上新的"])
def test_old_site_survives_a_failed_swap(failing, tmp_path, monkeypatch):
    """代表：Windows 上有程序开着网站里的文件，改不了名。"""
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").touch()
    monkeypatch.setattr(publish, "build", Path.mkdir)
    monkeypatch.setattr(publish, "run", lambda *_: None)
    renames, rename = [], Path.rename

    def stubborn(path, target):
        renames.append(path)
        if len(renames) == failing:
            raise PermissionError
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", stubborn)
    with pytest.raises(PermissionError):
        publish.site(tmp_path / "site")
    assert (tmp_path / "site/old.html").exists()


@pytest.mark.parametrize("method", get_all_start_methods())
def test_programs_run_with_every_start_method(method, tmp_path, monkeypatch):
    """代表：spawn 是 Windows，forkserver 是 Linux 与 macOS；机器上还没有字体的缓存。"""
    if method == "spawn":
        monkeypatch.setenv("MPLCONFIGDIR", str(tmp_path / "matplotlib"))
        monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))  # 缓存不在能写的目录里
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
        (tmp_path / "tmp").mkdir()
    monkeypatch.setattr(runner, "processes", get_context(method))
    kept = []
    for _ in range(2):
        [result] = runner.run([Block(PLOT, tmp_path / "plot.py")])
        assert (result.error, result.warnings) == (None, "")
        assert result.stdout == "画好了\n"
        fonts = tmp_path.glob("matplotlib/fontlist*")
        kept.append([path.stat().st_mtime_ns for path in fonts])
    # 第一次建好，第二次不再建；分叉来的用现成的。
    assert len(kept[0]) == (method == "spawn")
    assert kept[0] == kept[1]


def crlf(folder: Path) -> None:
    for path in [p for p in folder.rglob("*") if p.suffix in (".py", ".md", ".yml")]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def git(folder: Path, *options: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "core.autocrlf=false"]
    subprocess.run(["git", *who, *options], cwd=folder, check=True, capture_output=True)


def shallow(folder: Path) -> None:
    git(folder, "init", "-q")
    for words in "一", "二":
        git(folder, "add", ".")
        git(folder, "commit", "-q", "--allow-empty", "-m", words)
    moved = folder.rename(folder.with_name("origin"))
    git(folder.parent, "clone", "-q", "--depth=1", moved.as_uri(), str(folder))


NOTE = "这是浅克隆"
# 名字：目录，区域，另外做什么，环境变量，印出的话。
SITES = {
    "有汉字的目录、中文 Windows 的 GBK": ("讲义集", "gbk", None, {}, ""),
    "名字里有空格与括号、C 区域": ("my notes (1)", "ascii", None, {"LC_ALL": "C"}, ""),
    "Windows 上检出成 CRLF": ("notes", "utf-8", crlf, {}, ""),
    "没有 git，从 zip 解压": ("notes", "utf-8", None, {"PATH": ""}, ""),
    "浅克隆、GitHub 的 CI": ("n", "utf-8", shallow, {"GITHUB_ACTIONS": "true"}, NOTE),
    "浅克隆、GitLab 的 CI": ("n", "utf-8", shallow, {"GITLAB_CI": "true"}, NOTE),
}


@posix
@pytest.mark.parametrize("name", SITES)
def test_site_is_built_by_mkdocs_itself(name, own, tmp_path, request):
    """代表：读者用自己的虚拟环境，直接运行 `mkdocs build`；没有广告，没有警告。"""
    place, encoding, prepare, variables, told = SITES[name]
    if encoding == "gbk":
        variables = request.getfixturevalue("gbk")
    folder = os.fsdecode(os.fsencode(tmp_path) + b"/" + place.encode(encoding))
    tiny(Path(folder))
    if prepare:
        prepare(Path(folder))
    command = [own, SCRIPTS / "mkdocs", "build", "--strict"]
    options = {"cwd": folder, "env": clean(**variables), "capture_output": True}
    done = subprocess.run(command, check=False, **options)
    log = (done.stdout + done.stderr).decode(encoding, "backslashreplace")
    assert done.returncode == 0, log
    assert told in log
    assert not re.search("(?i)warning|end of life|mkdocs 2", log), log
    html = Path(folder, "site/index.html").read_text("utf-8")
    assert "<h1" in html
    assert ("git-revision-date" in html) != bool(told), "浅克隆里的日期可能是错的"


@posix
def test_busy_port_names_the_option(own, tmp_path):
    """代表：8000 上已经开着别的，或者上一次的 serve。"""
    tiny(tmp_path / "notes")
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = busy.getsockname()[1]
        command = [own, SCRIPTS / "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
        options = {"cwd": tmp_path / "notes", "env": clean(), "encoding": "utf-8"}
        done = subprocess.run(command, check=False, capture_output=True, **options)
    assert done.returncode == 1
    assert f"加上 -a 127.0.0.1:{port + 1}" in done.stderr
    assert "Traceback" not in done.stderr


def test_types_are_the_same_everywhere():
    """代表：没有 mime.types 的机器，Python 3.11 的 Windows，改过注册表的 Windows。"""
    known = {"js": "text/javascript", "css": "text/css", "html": "text/html"}
    known |= {"svg": "image/svg+xml", "woff2": "font/woff2", "json": "application/json"}
    with patch.dict(mimetypes.types_map, {f".{kind}": "a/b" for kind in known}):
        found = {kind: TYPES.guess_type(f"a.{kind}")[0] for kind in known}
    assert found == known


@pytest.fixture
def clone(tmp_path) -> Path:
    """浅克隆，加上还没有提交的。"""
    folder = tmp_path / "clone"
    git(ROOT, "clone", "-q", "--depth=1", ROOT.as_uri(), str(folder))
    ask = ["git", "ls-files", "-z", "--modified", "--others", "--exclude-standard"]
    changed = subprocess.check_output(ask, cwd=ROOT, encoding="utf-8")
    for name in filter(None, changed.split("\0")):
        (folder / name).unlink(missing_ok=True)
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    return folder


# workflow 里的表达式在 GitHub 上的值；每一步用到的都要在这里。
VALUES = {
    "github.event_name == 'schedule' && '--fresh' || ''": "",
    "steps.pages.outputs.base_url": "https://example.org/notes",
    "github.server_url": "https://github.com",
    "github.repository": "a/notes",
    "github.ref_name": "main",
}
# 每个命令只做一点：跑几项快的检查。
FEW = {
    "test": "tests/project/test_kept.py tests/lessons/test_style.py -k 'not page'",
    "site": "tests/site/test_head.py -k test_404",
}
STUB = '#!/bin/sh\necho {} "$@" >> {}\n'


@posix
def test_workflow_steps_run_in_a_shallow_clone(clone):
    """代表：GitHub 的 CI。每一步照 workflow 里写的运行；apt-get 与 npm 要联网，只记下。"""
    stubs = clone.with_name("stubs")
    stubs.mkdir()
    log = stubs / "log"
    for name in "sudo", "npm":
        (stubs / name).write_text(STUB.format(name, log), "utf-8")
        (stubs / name).chmod(0o755)
    path = f"{stubs}:{share(clone).parent}:{os.environ['PATH']}"
    ask = "from rnn_notes import __main__ as m; m.works = m.fill = bool; m.install()"
    subprocess.run([sys.executable, "-c", ask], cwd=clone, check=True, env=clean())
    there = {"CI": "true", "GITHUB_ACTIONS": "true", "PATH": path, "RUNNER_OS": "Linux"}
    workflow = yaml.safe_load((clone / ".github/workflows/site.yml").read_text("utf-8"))
    told = ""
    for job in "test", "build":
        for step in [s for s in workflow["jobs"][job]["steps"] if "run" in s]:
            own = {
                name: re.sub(r"\$\{\{ (.+?) \}\}", lambda m: VALUES[m[1]], value)
                for name, value in step.get("env", {}).items()
            }
            few = next(
                (v for k, v in FEW.items() if f"rnn_notes {k}" in step["run"]), ""
            )
            own["PYTEST_ADDOPTS"] = f"-n0 -p no:cacheprovider {few}"
            command = ["bash", "-e", "-o", "pipefail", "-c", step["run"]]
            options = {"cwd": clone, "env": clean(**there, **own), "encoding": "utf-8"}
            done = subprocess.run(command, check=False, capture_output=True, **options)
            told += done.stdout + done.stderr
            assert done.returncode == 0, f"{step['run']}\n{told}"
    assert told.count(NOTE) == 2
    assert len(re.findall(r"\d+ passed", told)) == 2
    assert "fonts-noto-cjk" in log.read_text("utf-8")
    assert "https://example.org/notes/" in (clone / "site/index.html").read_text(
        "utf-8"
    )
    assert [*(clone / "offline").rglob("index.html")]


@posix
def test_checks_run_in_a_read_only_checkout(own, clone):
    """代表：只读挂载的目录、别人的仓库，用自己的虚拟环境直接运行 pytest。"""
    subprocess.run(["chmod", "-R", "a-w", clone], check=True)
    command = [own, SCRIPTS / "pytest", "-q", "-n0", "tests/lessons/test_style.py"]
    command += [
        "tests/lessons/test_programs.py",
        "-k",
        "ruff or record and after_training",
    ]
    if os.geteuid() == 0:
        drop = "-dac_override,-dac_read_search"  # root 也照权限办
        command[:0] = ["setpriv", f"--bounding-set={drop}", "--inh-caps=-all"]
    options = {"cwd": clone, "env": clean(), "encoding": "utf-8"}
    done = subprocess.run(command, check=False, capture_output=True, **options)
    subprocess.run(["chmod", "-R", "u+w", clone], check=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not (clone / ".pytest_cache").exists()
