"""检查本身也要检查：在小站点里逐个埋下 faults.yaml 里的错误，每个都要被抓住。

报告里要有作者凭它就知道去哪一页、哪一行、怎么改的话。
"""

import re
import shlex
from pathlib import Path

import pytest
from mkdocs.utils import yaml_load
from records import environment, write_environment

FAULTS = yaml_load(Path(__file__).with_name("faults.yaml").read_text("utf-8"))
PROGRAMS, DOUBLE = "tests/lessons/test_programs.py", "snippets/lesson/double.py"


def place(root: Path, name: str, line: int) -> str:
    """`文件:行`；围栏里的引用，说的是围栏那一行。"""
    before = (root / name).read_text("utf-8").splitlines()[: line - 1]
    in_fence = before and before[-1].lstrip().startswith("```")
    return f"{name}:{line - 1 if in_fence else line}"


def plant(root: Path, file: str, old: str = "", new: str | None = None) -> int:
    """把唯一的一处 `old` 换成 `new`，返回行号；没有 `new` 就删掉文件，没有 `old` 就添上。"""
    path = root / file
    assert path.exists() != (old == "" and new is not None), file
    if new is None:
        path.unlink()
    elif not old:
        path.write_text(new, "utf-8")
    else:
        before, *after = path.read_text("utf-8").split(old)
        assert len(after) == 1, f"{file} 里「{old}」有 {len(after)} 处"
        path.write_text(before + new + after[0], "utf-8")
        return before.count("\n") + 1
    return 1


def filled(root: Path, words: str, file: str, line: int) -> str:
    """{line} 是改的那一行，{here} 是文件与行，{文件|文字} 是写着这些文字的地方。"""

    def found(match: re.Match) -> str:
        text = (root / match[1]).read_text("utf-8")
        return place(root, match[1], text[: text.index(match[2])].count("\n") + 1)

    if "{here}" in words:
        words = words.replace("{here}", place(root, file, line))
    return re.sub(r"\{([^|{}]+)\|([^{}]+)\}", found, words.replace("{line}", str(line)))


def test_small_site_passes_every_check(check):
    assert check().ret == 0


def test_selecting_one_lesson_runs_its_programs_and_its_page(check):
    # 四个程序、一页的约定、一页的四个代码块。
    selected = [PROGRAMS, "tests/lessons/test_pages.py", "docs"]
    outcome = check("-k", "lesson/ or lesson] or lesson.md", *selected)
    outcome.assert_outcomes(passed=9, deselected=9)


def test_infinite_loop_is_ended(small_site, check):
    (small_site / DOUBLE).write_text("while True:\n    pass\n", "utf-8")
    outcome = check(PROGRAMS, "-k", "record and double", limit=0.5)
    outcome.stdout.fnmatch_lines([f"{DOUBLE} 运行出错：", "*已终止"])


def test_exempted_numbers_may_differ(small_site, check):
    clock = "# 免检「twice」：时钟\ny = __import__('time').time()"
    plant(small_site, DOUBLE, "y = 2 * x", clock)
    assert check(PROGRAMS, "docs", "-k", "record or in_use or lesson.md").ret == 0


def test_record_rewrites_only_what_changed(small_site, check):
    write_environment(small_site / "snippets")
    plant(small_site, DOUBLE, "2 * x", "3 * x")
    lesson = (small_site / DOUBLE).parent
    before = (lesson / "halve.out").stat().st_mtime_ns
    outcome = check("--record", PROGRAMS, "-k", "record")
    assert outcome.ret == 0
    assert "\ntwice 1.5 is 4.5000\n" in (lesson / "double.out").read_text("utf-8")
    assert (lesson / "halve.out").stat().st_mtime_ns == before
    outcome.stdout.fnmatch_lines(
        ["内容有变化的记录：1 个", "*snippets/lesson/double.out"]
    )


def test_recording_elsewhere_records_everything(small_site, check):
    """换了环境不许只重新记录一部分；全部重新记录后，出处随之改变。"""
    partly = check("--record", PROGRAMS, "-k", "record and double")
    assert partly.ret == pytest.ExitCode.USAGE_ERROR
    partly.stderr.fnmatch_lines(
        ["*记录来自 PyTorch 2.4.0，现在是*不能只重新记录一部分*"]
    )
    fully = check("--record", PROGRAMS, "-k", "record")
    assert fully.ret == 0
    fully.stdout.fnmatch_lines([f"记录的环境：PyTorch 2.4.0 → {environment()}"])
    file = small_site / "snippets/environment.md"
    assert environment() in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("options", "fault"),
    [
        pytest.param(options, fault, id=fault["name"])
        for options, group in FAULTS.items()
        for fault in group
    ],
)
def test_fault_is_caught(options, fault, small_site, check):
    edit = {name: fault[name] for name in ("file", "old", "new") if name in fault}
    line = plant(small_site, **edit)
    expected = [filled(small_site, w, fault["file"], line) for w in fault["expected"]]
    outcome = check(*shlex.split(options))
    assert outcome.ret == pytest.ExitCode.TESTS_FAILED
    report = "\n".join(outcome.outlines)
    for words in expected:
        assert words in report
