"""发布之前先检查：`python3 -m rnn_notes site` 有一项不过，就不换上新的网站。"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builder import build
from pages import Project

ROOT = Path(__file__).parents[2]
COPIED = [
    *("docs", "rnn_notes", "snippets", "tests"),
    *("mkdocs.yml", "pyproject.toml", "requirements.txt", "requirements.lock"),
    "LICENSES.md",
]


@pytest.fixture
def copy(tmp_path) -> Path:
    """项目的副本，`site/` 里是上一次发布的。"""
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("上一次发布的", "utf-8")
    return tmp_path


def publish(copy: Path) -> subprocess.CompletedProcess:
    """在副本里发布，只跑两项看网站的检查。"""
    selected = "-k 'test_404_leads_home or test_sitemap_and_robots'"
    environment = {
        "SITE_URL": "https://example.org/notes/",
        "PYTEST_ADDOPTS": f"{selected} -p no:cacheprovider",
        "PYTHONPATH": str(copy),
        "PYTHONUTF8": "1",
    }
    return subprocess.run(
        [sys.executable, "-m", "rnn_notes.site"],
        check=False,
        cwd=copy,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
    )


def test_checked_site_replaces_the_old_one(copy):
    done = publish(copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout
    published = copy / "site/index.html"
    assert 'href="https://example.org/notes/"' in published.read_text("utf-8")
    assert list(copy.glob(".site-*")) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("rnn_notes/overrides/404.html", "没有这一页", "", "1 failed, 1 passed"),
        ("docs/index.md", "# ", "[断的](gone.md)\n\n# ", "gone.md"),
    ],
    ids=["检查不过", "建不成"],
)
def test_site_stays_when_something_is_wrong(copy, file, old, new, reason):
    path = copy / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1 if "#" in old else -1), "utf-8")
    done = publish(copy)
    assert done.returncode != 0
    assert reason in done.stdout + done.stderr
    assert (copy / "site/index.html").read_text("utf-8") == "上一次发布的"
    assert [path.name for path in (copy / "site").iterdir()] == ["index.html"]
    assert list(copy.glob(".site-*")) == []


@pytest.mark.parametrize("home", ["https://notes.example.org/", "https://a.b/c/d/"])
def test_address_follows_the_setting(home, tmp_path):
    """换域名、放进子路径，只要设 SITE_URL。"""
    site = build(Project(ROOT), tmp_path, SITE_URL=home)
    page = (site / "concepts/index.html").read_text("utf-8")
    assert f'<link rel="canonical" href="{home}concepts/">' in page
    assert f"<loc>{home}concepts/</loc>" in (site / "sitemap.xml").read_text("utf-8")
    assert f"Sitemap: {home}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
