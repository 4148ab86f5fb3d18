"""发布之前先检查：`python3 -m rnn_notes site` 有一项不过，就不换上新的网站。"""

import shutil
import subprocess
import sys

import pytest

from rnn_notes import publish

CHECK = """
from pathlib import Path

def pytest_addoption(parser):
    parser.addoption("--site")

def test_home(pytestconfig):
    assert "首页" in Path(pytestconfig.getoption("site"), "index.html").read_text("utf-8")
"""


@pytest.mark.parametrize(
    ("home", "passes"),
    [("# 首页", True), ("# 别的", False), ("# 首页\n\n[断的](gone.md)", False)],
    ids=["通过", "检查不过", "建不成"],
)
def test_site_is_replaced_only_when_all_is_well(home, passes, tmp_path, monkeypatch):
    """一个最小的项目，它的检查只有一项：首页写着「首页」。"""
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
    files = ["tests/site/test_head.py", "tests/project/test_dependencies.py"]
    selected = "test_404_leads_home or test_lock_has"
    done = subprocess.run(
        [*command, *files, "-k", selected, f"--site={copy}"],
        check=False,
        cwd=publish.ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert "1 failed" in done.stdout, done.stdout + done.stderr
    assert "passed" not in done.stdout


def test_address_follows_the_setting(www, base):
    """换域名、放进子路径，只要设 SITE_URL。"""
    home = f"https://example.org{base}"
    page = (www / "lesson/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{home}lesson/">' in page
    assert f"<loc>{home}lesson/</loc>" in (www / "sitemap.xml").read_text("utf-8")
    assert f"Sitemap: {home}sitemap.xml" in (www / "robots.txt").read_text("utf-8")
