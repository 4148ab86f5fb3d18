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


def plant(root: Path, file: str, old: str = "", new: str | None = None, **_) -> int:
    """把唯一的一处 `old` 换成 `new`，返回行号；没有 `new` 就删掉文件，没有 `old` 就添上。"""
    path = root / file
    if new is None:
        path.unlink()
        return 1
    assert path.exists() == bool(old), file
    text = path.read_text("utf-8") if old else ""
    assert text.count(old) == 1, f"{file} 里「{old}」有 {text.count(old)} 处"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace(old, new), "utf-8")
    return text[: text.index(old)].count("\n") + 1


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
    outcome.assert_outcomes(passed=9, deselected=8)


def test_site_that_cannot_be_built_is_told_once(small_site, check):
    """两处错都说到，各说一遍，不在每一项检查下面重复。"""
    plant(
        small_site, "docs/lesson.md", "三个点：", "[断的](gone.md)、[没有的](#nothing)"
    )
    report = "\n".join(check("tests/site").outlines)
    place = filled(small_site, "{docs/lesson.md|gone.md}: ", "", 0)
    assert report.count(place) == 2, report
    assert report.count("'gone.md'") == report.count("'#nothing'") == 1, report


def test_record_rewrites_only_what_changed(small_site, check):
    write_environment(small_site / "snippets")
    plant(small_site, DOUBLE, "2 * x", "3 * x")
    lesson = (small_site / DOUBLE).parent
    before = (lesson / "halve.out").stat().st_mtime_ns
    outcome = check("--record", PROGRAMS, "-k", "record")
    assert outcome.ret == 0
    assert "\ntwice 1.5 is 4.5000\n" in (lesson / "double.out").read_text("utf-8")
    assert (lesson / "halve.out").stat().st_mtime_ns == before
    outcome.stdout.fnmatch_lines(["内容有变化的记录：1 个", "*lesson/double.out"])


def test_where_it_was_recorded_nothing_may_differ(small_site, check):
    """别的环境里末位可以差 1，记录的环境里不行。"""
    plant(small_site, "snippets/lesson/double.out", "3.0000", "3.0001")
    assert check(PROGRAMS, "-k", "record").ret == pytest.ExitCode.OK
    write_environment(small_site / "snippets")
    assert check(PROGRAMS, "-k", "record").ret == pytest.ExitCode.TESTS_FAILED


def test_recording_elsewhere_records_everything(small_site, check):
    """换了环境不许只重新记录一部分；全部重新记录后，出处随之改变。"""
    partly = check("--record", PROGRAMS, "-k", "record and double")
    assert partly.ret == pytest.ExitCode.USAGE_ERROR
    partly.stderr.fnmatch_lines(["*来自 PyTorch 2.4.0，现在是*不能只重新记录一部分*"])
    fully = check("--record", PROGRAMS, "-k", "record")
    assert fully.ret == 0
    fully.stdout.fnmatch_lines([f"记录的环境：PyTorch 2.4.0 → {environment()}"])
    assert environment() in (small_site / "snippets/environment.md").read_text("utf-8")


FIT = """\"\"\"斜率。\"\"\"

# --8<-- [start:fit]
import numpy as np
from values import x

slope = 2 * x
np.savez("fit.npz", slope=slope)
print(f"slope {slope}")
# --8<-- [end:fit]
"""
SHOWN = """
```python
--8<-- "lesson/fit.py:fit"
```

```text
--8<-- "lesson/fit.out:fit"
```
"""


def test_product_is_made_by_the_committed_program(small_site, check):
    """训练程序平常不重跑：它、它导入的、产物、记录，改了哪一个都说。"""
    write_environment(small_site / "snippets")
    folder, page = small_site / "snippets/lesson", small_site / "docs/lesson.md"
    (folder / "fit.py").write_text(FIT, "utf-8")
    page.write_text(page.read_text("utf-8") + SHOWN, "utf-8")
    chosen = PROGRAMS, "docs/lesson.md", "-k", "fit or lesson.md"
    assert check("--record", *chosen).ret == 0
    assert check(*chosen).ret == check("--fresh", *chosen).ret == 0
    for name in "fit.py", "values.py", "fit.npz", "fit.out":
        before = (folder / name).read_bytes()
        (folder / name).write_bytes(before + b"# more\n")
        failed = check(*chosen)
        assert failed.ret == pytest.ExitCode.TESTS_FAILED, name
        failed.stdout.fnmatch_lines(["snippets/lesson/fit.py:1: 产物不是现在的程序*"])
        (folder / name).write_bytes(before)
    plant(small_site, "docs/lesson.md", "fit.out:fit", "double.out:double")
    check(*chosen).stdout.fnmatch_lines(["*fit 是训练程序，输出块要引用它同名的小节"])


def test_code_in_an_admonition_is_told_once(small_site, check):
    code = '!!! note\n\n    ```python\n    --8<-- "lesson/halve.py:halve"\n    ```'
    plant(small_site, "docs/lesson.md", "三个点：", code)
    report = "\n".join(check("tests/lessons/test_pages.py").outlines)
    assert len(re.findall(r"docs/lesson\.md:\d+: ", report)) == 1, report


CASES = [(fault, options) for options, group in FAULTS.items() for fault in group]


@pytest.mark.parametrize(("fault", "options"), CASES, ids=[f["name"] for f, _ in CASES])
def test_fault_is_caught(fault, options, small_site, check):
    line = plant(small_site, **fault)
    expected = [filled(small_site, w, fault["file"], line) for w in fault["expected"]]
    outcome = check(*shlex.split(options), limit=fault.get("limit", 60))
    passed, failed = pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED
    assert outcome.ret == (failed if expected else passed)
    report = "\n".join(outcome.outlines)
    assert [words for words in expected if words not in report] == [], report
