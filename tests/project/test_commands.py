"""`python3 -m rnn_notes` 的命令：中断、写不出汉字、发布；GitHub 发布的也是检查过的。"""

import os
import shutil
import signal
import subprocess
import sys
import sysconfig

import pytest
import yaml

from rnn_notes import publish
from rnn_notes.__main__ import ROOT

# 装好了，`serve` 换成标准库的服务器：与 mkdocs serve 一样，收到 Ctrl+C 返回 0。
LAUNCH = """
import sys
from rnn_notes import __main__ as launcher
launcher.install, launcher.PYTHON = lambda: None, sys.executable
launcher.COMMANDS["serve"] = ["http.server", "0", "--bind", "127.0.0.1"]
sys.exit(launcher.main())
"""
# 最小的项目里只有这一项检查。
CHECK = """
from pathlib import Path

def pytest_addoption(parser):
    parser.addoption("--site")

def test_home(pytestconfig):
    assert "首页" in Path(pytestconfig.getoption("site"), "index.html").read_text("utf-8")
"""


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C 只能发给整个控制台")
def test_interrupted_command_fails():
    """`site && rsync …` 里按 Ctrl+C，后面的不能接着跑。"""
    options = {"cwd": ROOT, "env": os.environ | {"PYTHONUNBUFFERED": "1"}}
    options |= {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    command = [sys.executable, "-c", LAUNCH, "serve"]
    with subprocess.Popen(command, start_new_session=True, **options) as launcher:
        assert b"Serving" in launcher.stdout.readline()
        os.killpg(launcher.pid, signal.SIGINT)
    assert launcher.returncode == 130


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_output_that_cannot_hold_chinese(encoding):
    """Windows 的 CI、C 区域：说明照样印得出来，不是 UnicodeEncodeError。"""
    command = [sys.executable, "-m", "rnn_notes"]
    options = {"cwd": ROOT, "env": os.environ | {"PYTHONIOENCODING": encoding}}
    done = subprocess.run(command, check=False, capture_output=True, **options)
    assert done.returncode == 1
    assert done.stderr.decode("utf-8").startswith("用法：python3 -m rnn_notes")


@pytest.mark.parametrize(
    ("home", "passes"),
    [("# 首页", True), ("# 别的", False), ("# 首页\n\n[断的](gone.md)", False)],
    ids=["通过", "检查不过", "建不成"],
)
def test_site_is_replaced_only_when_all_is_well(home, passes, tmp_path, monkeypatch):
    for name, text in {
        "mkdocs.yml": "site_name: 小\ntheme: {name: null, custom_dir: theme}",
        "theme/main.html": "{{ page.content }}",
        "docs/index.md": home,
        "conftest.py": CHECK,
        "site/old.html": "上一次发布的",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.setattr(publish, "ROOT", tmp_path)
    monkeypatch.setenv("PYTEST_ADDOPTS", "conftest.py -n0 -p no:cacheprovider")
    if passes:
        publish.site(tmp_path / "site")
    else:
        with pytest.raises(SystemExit, match="1"):
            publish.site(tmp_path / "site")
    assert (tmp_path / "site/index.html").exists() == passes
    assert (tmp_path / "site/old.html").exists() != passes
    assert list(tmp_path.glob(".site-*")) == []


def test_checks_look_at_the_given_site(www, tmp_path):
    """真的检查看的是 `--site` 给的那一份，不另建；只跑看网站的。"""
    copy = shutil.copytree(www, tmp_path / "site")
    (copy / "404.html").write_text("<h1>没有</h1>", "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider"]
    command += ["tests/site/test_head.py", "tests/project/test_dependencies.py"]
    command += ["-k", "test_404_leads_home or test_lock_has", f"--site={copy}"]
    done = subprocess.run(
        command, check=False, cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert "1 failed" in done.stdout, done.stdout + done.stderr
    assert "passed" not in done.stdout


def test_address_follows_the_setting(www, base):
    """换域名、放进子路径，只要设 SITE_URL。"""
    home = f"https://example.org{base}"
    for name, expected in {
        "lesson/index.html": f'<link rel="canonical" href="{home}lesson/">',
        "sitemap.xml": f"<loc>{home}lesson/</loc>",
        "robots.txt": f"Sitemap: {home}sitemap.xml",
    }.items():
        assert expected in (www / name).read_text("utf-8"), name


def test_zizmor_finds_nothing():
    """action 固定到提交、权限最少、不留凭据、不把别人写的字当命令。"""
    command = [f"{sysconfig.get_path('scripts')}/zizmor", ROOT / ".github"]
    command += ["--offline", "--persona=auditor", "--strict-collection", "--quiet"]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_checked_site_is_deployed():
    workflow = (ROOT / ".github/workflows/site.yml").read_text("utf-8")
    jobs = yaml.safe_load(workflow)["jobs"]
    commands = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert commands == ["python -m rnn_notes site"]
    assert (jobs["build"]["needs"], jobs["deploy"]["needs"]) == ("test", "build")
    granted = {name: job.get("permissions", {}) for name, job in jobs.items()}
    writing = {name: what for name, what in granted.items() if "write" in str(what)}
    assert writing == {"deploy": {"pages": "write", "id-token": "write"}}
    # 能改网站的 job 不取、不运行项目的代码。
    [step] = jobs["deploy"]["steps"]
    assert step["uses"].startswith("actions/deploy-pages@")
