"""通过了、什么也没有变的检查不再运行；变了、失败了、点名要的都运行。"""

import subprocess

import kept
import pytest

CHECKS = "def test_good(): pass\ndef test_bad(): assert False\n"


@pytest.fixture
def project(pytester):
    for name in "tests/site/test_a.py", "tests/lessons/test_b.py", "docs/page.md":
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CHECKS if path.suffix == ".py" else "", "utf-8")
    pytester.makeini("[pytest]\ntestpaths = tests\nconsole_output_style = classic")
    subprocess.run(["git", "init", "-q"], cwd=pytester.path, check=True)
    (pytester.path / ".gitignore").write_text("__pycache__\n.pytest_cache\n", "utf-8")
    return pytester


class Options:
    """conftest.py 里的接线，只留与这里有关的。"""

    def pytest_addoption(self, parser):
        for name in "--fresh", "--record", "--site":
            parser.addoption(name, action="store_true")

    def pytest_configure(self, config):
        kept.install(config)

    def pytest_collection_modifyitems(self, config, items):
        items[:] = [i for i in items if i.nodeid not in config.stash[kept.KEPT]]


def test_only_what_passed_and_has_not_changed_is_left_out(project):
    def run(*options: str) -> set[str]:
        result = project.inline_run("-n0", *options, plugins=[Options()])
        reports = [r for r in result.getreports() if getattr(r, "when", "") == "call"]
        return {f"{report.nodeid[6]}:{report.nodeid[-3:]}" for report in reports}

    # s 是 site/，l 是 lessons/；ood 通过，bad 失败。
    every, some = {"s:ood", "s:bad", "l:ood", "l:bad"}, {"s:bad", "l:ood", "l:bad"}
    assert run() == every
    assert run() == some
    assert run("--fresh") == every
    assert run("-k", "site") == {"s:ood", "s:bad"}
    assert run("tests/site") == {"s:ood", "s:bad"}
    assert run() == some
    (project.path / "tests/lessons/test_b.py").write_text(f"\n{CHECKS}", "utf-8")
    assert run() == some
    for name, content in ("docs/page.md", "改了"), ("snippets.py", "新的"):
        (project.path / name).write_text(content, "utf-8")
        assert run() == every, name
    assert run() == some
