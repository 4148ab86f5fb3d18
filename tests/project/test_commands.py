"""`python3 -m rnn_notes` 的命令：中断、写不出汉字、发布；GitHub 发布的也是检查过的。"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
from difflib import unified_diff

import pytest
import yaml
from contract import fail_if

from rnn_notes import __main__ as launcher
from rnn_notes import publish
from rnn_notes.__main__ import ROOT

# 装好了，`serve` 换成标准库的服务器：与 mkdocs serve 一样，收到 Ctrl+C 返回 0。
LAUNCH = """
import sys
from rnn_notes import __main__ as launcher
launcher.install, launcher.PYTHON = lambda _: None, sys.executable
launcher.COMMANDS["serve"] = ["http.server", "0", "--bind", "127.0.0.1"]
sys.exit(launcher.main())
"""
README = (ROOT / "README.md").read_text("utf-8")
SITE_YML = (ROOT / ".github/workflows/site.yml").read_text("utf-8")
# 测试通过了才建站，检查过了才上传，只有部署的 job 能改网站，它不取、不运行项目的代码。
WORKFLOW = """
on: {push: , pull_request: , schedule: [cron: 17 3 * * 1]}
permissions: {contents: read}
env: {PIP_EXTRA_INDEX_URL: "${{ vars.PIP_EXTRA_INDEX_URL }}"}
jobs:
  test:
    runs-on: ${{ matrix.os }}
    strategy: {fail-fast: false, matrix: {os: [ubuntu-latest, macos-latest, windows-latest], python: [3.11, 3.14]}}
    steps:
    - &checkout {uses: actions/checkout, with: {fetch-depth: 0, persist-credentials: false}}
    - uses: actions/setup-python
      with: {python-version: "${{ matrix.python }}"}
    - uses: actions/cache
      with: {path: .cache/results, key: "results-${{ runner.os }}-${{ matrix.python }}-${{ github.run_id }}",
        restore-keys: "results-${{ runner.os }}-${{ matrix.python }}-"}
    - if: &linux runner.os == 'Linux'
      run: sudo apt-get update && sudo apt-get install -y --no-install-recommends fonts-noto-cjk nginx caddy
    - if: *linux
      run: npm ci --prefix .ci/javascript --ignore-scripts && npm run --prefix .ci/javascript check
    - {run: python -m rnn_notes test $FRESH, shell: bash, env: {FRESH: "${{ github.event_name == 'schedule' && '--fresh' || '' }}"}}
    - if: &once matrix.os == 'ubuntu-latest' && matrix.python == '3.14'
      run: python -m rnn_notes offline && python -m zipfile -e rnn-notes.zip offline
    - {if: *once, uses: actions/upload-artifact, with: {name: rnn-notes, path: offline, if-no-files-found: error}}
  build:
    if: github.event_name == 'push' && github.ref_name == github.event.repository.default_branch
    needs: test
    runs-on: ubuntu-latest
    permissions: {contents: read, pages: read}
    steps:
    - *checkout
    - uses: actions/setup-python
      with: {python-version: 3.14}
    - run: sudo apt-get update && sudo apt-get install -y --no-install-recommends fonts-noto-cjk
    - {run: npm ci --prefix .ci/javascript --ignore-scripts}
    - {uses: actions/configure-pages, id: pages}
    - run: python -m rnn_notes site
      env: {SITE_URL: "${{ steps.pages.outputs.base_url }}/",
        EDIT_URL: "${{ github.server_url }}/${{ github.repository }}/edit/${{ github.ref_name }}/docs/"}
    - {uses: actions/upload-pages-artifact, with: {path: site}}
  deploy:
    needs: build
    runs-on: ubuntu-latest
    permissions: {pages: write, id-token: write}
    environment: {name: github-pages, url: "${{ steps.deploy.outputs.page_url }}"}
    steps: [{uses: actions/deploy-pages, id: deploy}]
"""
# 命令都记下来，第 FAIL 条失败；`command -v` 什么也找不到。
STUBS = """
calls=0
log() { echo "$@" >> "$LOG"; ((++calls != FAIL)); }
apt-get() { log apt-get "$@"; }
npm() { log npm "$@"; }
python3() { log python3 "$@"; }
command() { false; }
dirname() { echo "${1%/*}"; }
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
    monkeypatch.setattr(launcher, "ROOT", tmp_path)
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


def changed(text: str) -> list[str]:
    """工作流与 `WORKFLOW` 的差别；名字、时限和 action 的版本不管什么能发布。"""
    workflow = yaml.load(re.sub(r"@[0-9a-f]{40}\b", "", text), yaml.BaseLoader)
    for place in [workflow, *workflow["jobs"].values()]:
        for name in "name", "timeout-minutes", "concurrency":
            place.pop(name, None)
    known = yaml.load(WORKFLOW, yaml.BaseLoader)
    texts = (json.dumps(w, indent=1, sort_keys=True) for w in (known, workflow))
    return [*unified_diff(*map(str.splitlines, texts), lineterm="", n=2)]


def test_only_the_checked_site_is_deployed():
    files = [path.name for path in (ROOT / ".github").rglob("*.*")]
    pictures = ["lesson-dark.webp", "lesson-light.webp"]  # README 里的
    assert sorted(files) == ["dependabot.yml", *pictures, "site.yml"]
    words = ".github/workflows/site.yml 管着什么能发布的变了：改回去，或者连 WORKFLOW 一起改"
    diff = changed(SITE_YML)
    fail_if([words, *diff] if diff else [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("test $FRESH", "test $FRESH || true"),
        ("    needs: test", "    needs: test\n    continue-on-error: true"),
        ("    if: github", "    # if: github"),
        ("  push:", "  push:\n  workflow_dispatch:"),
        ("          path: site", "          path: ."),
        ("      - run: python -m rnn", "      - if: false\n        run: python -m rnn"),
        ("    needs: build", "    needs: build\n    if: always()"),
    ],
)
def test_weaker_workflow_is_seen(old, new):
    assert (weaker := SITE_YML.replace(old, new, 1)) != SITE_YML
    assert changed(weaker)


@pytest.mark.skipif(os.name == "nt", reason="Windows 上没有 bash")
@pytest.mark.parametrize(
    ("old", "new", "stops"),
    [
        ("", "", True),
        ("set -euo", "set -uo", False),
        ("silent check", "silent check || true", False),
        ('test "$@"', 'test "$@" || true', False),
        ('test "$@"', 'test "$@" &', False),
        ('test "$@"', 'test -k x "$@"', False),
    ],
)
def test_nothing_runs_after_a_failure_in_ci(old, new, stops, tmp_path):
    """什么也没有装的机器上，一条命令失败，`.ci/run` 就停在那里；最后一条是测试命令。"""
    script, log, stubs = (tmp_path / name for name in ("run", "log", "stubs"))
    script.write_text((ROOT / ".ci/run").read_text("utf-8").replace(old, new), "utf-8")
    stubs.write_text(STUBS, "utf-8")

    def calls(failing: int) -> tuple[bool, list[str]]:
        """第几条命令失败时，是不是成功，和运行过的命令。"""
        log.write_text("", "utf-8")
        places = {"BASH_ENV": f"{stubs}", "LOG": f"{log}", "PATH": "", "CI": "1"}
        command = [shutil.which("bash"), script, "--fresh"]
        code = subprocess.call(command, env=places | {"FAIL": f"{failing}"})
        return code == 0, log.read_text("utf-8").splitlines()

    passed, every = calls(failing=0)
    [test] = re.findall(r"(?m)^python3 -m rnn_notes test$", README)
    wanted = ["npm run --prefix .ci/javascript --silent check", f"{test} --fresh"]
    found = [calls(failing=n) == (False, every[:n]) for n in range(1, len(every) + 1)]
    words = f".ci/run：一条失败就要停下，最后两条要是 {wanted}；现在运行的是 {every}"
    assert (passed and every[-2:] == wanted and all(found)) == stops, words


@pytest.mark.parametrize(("option", "code"), [("--version", 0), ("--no-such", 4)])
def test_exit_code_is_that_of_the_checks(option, code, monkeypatch):
    monkeypatch.setattr(launcher, "install", lambda _: None)
    monkeypatch.setattr(launcher, "PYTHON", sys.executable)
    monkeypatch.setattr(sys, "argv", ["rnn_notes", "test", option])
    assert launcher.main() == code
    assert launcher.COMMANDS["test"] == ["pytest"]
