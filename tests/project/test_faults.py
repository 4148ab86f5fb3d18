"""检查本身也要检查：在一个小站点里逐个埋下错误，每个都要被抓住，而且说得清楚。

每个错误是几处替换；`expected` 里的话必须出现在 pytest 报告里，
作者凭它就知道去哪一页、哪一行、怎么改。
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import runner
from records import environment

ROOT = Path(__file__).parents[2]

# 每个程序开头的说明，连空行共五行。
ABOUT = '''\
"""一个小程序。

用时不到 1 秒，导入 PyTorch 另算。
"""

'''

SITE = {
    "docs/index.md": """\
# 首页

见[第一课](lesson.md#double)。
""",
    "docs/lesson.md": """\
# 第一课

## 加倍 { #double }

```python
--8<-- "lesson/double.py:numbers"
```

```python
--8<-- "lesson/double.py:double"
```

```text
--8<-- "lesson/double.out"
```

换一个数：

```python
--8<-- "lesson/halve.py:halve"
```

```text
--8<-- "lesson/halve.out"
```

公式 $\\eqref{eq:double}$ 与[图 1](#fig-line)：

$$
y = 2x \\label{eq:double}
$$

<div class="diagram">
--8<-- "figures/line.svg"
</div>

/// figure-caption | #fig-line
一条线。
///

三个点：

```python
--8<-- "lesson/line.py:points"
```

```text
--8<-- "lesson/line.out"
```

<div class="diagram">
--8<-- "lesson/line.svg"
</div>

/// figure-caption | #fig-points
越走越陡。
///
""",
    "docs/assets/figures/line.svg": """\
<svg class="fig" role="img" viewBox="0 0 2 2">
  <title>线</title>
  <desc>一条线</desc>
  <path d="M0 0L2 2"/>
</svg>
""",
    "docs/assets/extra.css": "",
    "snippets/environment.md": f"本站的输出由 {environment()} 运行得到。\n",
    "snippets/lesson/double.py": ABOUT
    + """\
# --8<-- [start:numbers]
x = 1.5
# --8<-- [end:numbers]

# --8<-- [start:double]
y = 2 * x
print(f"twice {x} is {y:.4f}")
# --8<-- [end:double]
""",
    "snippets/lesson/double.out": "twice 1.5 is 3.0000\n",
    "snippets/lesson/halve.py": ABOUT
    + """\
x = 1.5

# --8<-- [start:halve]
print(f"half of {x} is {x / 2:.4f}")
print("done")
# --8<-- [end:halve]
""",
    "snippets/lesson/line.py": ABOUT
    + """\
# --8<-- [start:points]
points = [1, 2, 4]
print(points)
# --8<-- [end:points]

from rnn_notes.plot import new_figure, save

figure, axes = new_figure()
axes.plot(points)
save(figure, __file__, "三个点", "一条折线经过三个点。")
""",
    "snippets/lesson/line.out": "[1, 2, 4]\n",
    "snippets/lesson/halve.out": "half of 1.5 is 0.7500\ndone\n",
}

DOUBLE = "snippets/lesson/double.py"
HALVE = "snippets/lesson/halve.py"
LESSON = "docs/lesson.md"
# 带进小站点的检查：只看页面、程序和建成的文件，不开浏览器。
SITE_CHECKS = {
    "test_evidence",
    "test_pages",
    "test_site",
    "test_snippets",
    "test_style",
}
FAST_CHECKS = ["tests/test_snippets.py", "tests/test_pages.py", "docs"]


@dataclass
class Fault:
    """在 `file` 里把 `old` 换成 `new`；`new` 是 None 时删掉整个文件。"""

    name: str
    file: str
    old: str
    new: str | None
    expected: list[str]
    check: str = ""  # 只跑这个文件里的；默认跑全部较快的检查


FAULTS = [
    Fault(
        "记录里改了一个数字",
        "snippets/lesson/double.out",
        "3.0000",
        "3.0002",
        [
            "--- snippets/lesson/double.out",
            "+++ snippets/lesson/double.py 现在印出的",
            "-twice 1.5 is 3.0002",
            "+twice 1.5 is 3.0000",
            "python3 -m rnn_notes test --record",
        ],
        "tests/test_snippets.py",
    ),
    Fault(
        "记录里改了一个词",
        "snippets/lesson/double.out",
        "twice",
        "thrice",
        ["-thrice 1.5 is 3.0000"],
        "tests/test_snippets.py",
    ),
    Fault(
        "记录里多一行",
        "snippets/lesson/double.out",
        "3.0000\n",
        "3.0000\nmore\n",
        ["-more"],
        "tests/test_snippets.py",
    ),
    Fault(
        "记录里少一行",
        "snippets/lesson/halve.out",
        "done\n",
        "",
        ["+done"],
        "tests/test_snippets.py",
    ),
    Fault(
        "程序里改了一行",
        DOUBLE,
        "2 * x",
        "3 * x",
        ["-twice 1.5 is 3.0000", "+twice 1.5 is 4.5000"],
    ),
    Fault(
        "程序什么也不印了",
        HALVE,
        "print",
        "str",
        ["-half of 1.5 is 0.7500"],
        "tests/test_snippets.py",
    ),
    Fault(
        "程序出错",
        DOUBLE,
        "2 * x",
        "2 * z",
        [
            "snippets/lesson/double.py 运行出错",
            'snippets/lesson/double.py", line 11',
            "NameError: name 'z' is not defined",
            "docs/lesson.md:9 引用的 lesson/double.py:double 运行出错",
        ],
    ),
    Fault(
        "程序读时钟",
        DOUBLE,
        'print(f"',
        'import time\nprint(f"{time.time():.4f} ',
        ["-twice 1.5 is 3.0000", "is 3.0000"],
        "tests/test_snippets.py",
    ),
    Fault(
        "程序上网",
        DOUBLE,
        "y = 2 * x",
        "import urllib.request\ny = urllib.request.urlopen('http://127.0.0.1:9')",
        ['double.py", line 12', "程序不许上网：数据随程序放在 snippets/ 里"],
        "tests/test_snippets.py",
    ),
    Fault(
        "程序在自己的目录之外写文件",
        DOUBLE,
        "y = 2 * x",
        "open('/left-behind.txt', 'w')",
        ['double.py", line 11', "程序只许在自己的目录里写文件", "left-behind.txt"],
        "tests/test_snippets.py",
    ),
    Fault(
        "程序改了全局状态，别的程序指望它",
        HALVE,
        "x = 1.5",
        "import builtins\nx = builtins.shared",
        ["snippets/lesson/halve.py 运行出错", "has no attribute 'shared'"],
        "tests/test_snippets.py",
    ),
    Fault(
        "不再需要的免检",
        DOUBLE,
        "y = 2 * x",
        "# 免检「twice」：每次不同\ny = 2 * x",
        ["snippets/lesson/double.py：每次印出的都一样，不需要免检：删掉它"],
        "tests/test_snippets.py",
    ),
    Fault(
        "读者看不到理由的免检",
        DOUBLE,
        "# --8<-- [end:double]",
        "# --8<-- [end:double]\n# 免检「twice」：每次不同",
        ["snippets/lesson/double.py:14：免检的理由要让读者看得到：把它移进小节里"],
        "tests/test_snippets.py",
    ),
    Fault(
        "记录的环境文件被删",
        "snippets/environment.md",
        "",
        None,
        ["environment.md"],
        "tests/test_site.py",
    ),
    Fault(
        "程序画出的图变了",
        "snippets/lesson/line.py",
        "axes.plot(points)",
        "axes.plot(points[::-1])",
        ["snippets/lesson/line.py 画出的图与 snippets/lesson/line.svg 不同"],
        "tests/test_snippets.py",
    ),
    Fault(
        "没有页面展示的图",
        LESSON,
        '--8<-- "lesson/line.svg"',
        "",
        ["snippets/lesson/line.svg：没有页面展示这张图：引用它，或者删掉它"],
        "tests/test_snippets.py",
    ),
    Fault(
        "程序开头没有说明",
        DOUBLE,
        ABOUT,
        "",
        ["snippets/lesson/double.py：开头要有说明，第一行写它展示什么；用时由"],
        "tests/test_snippets.py",
    ),
    Fault(
        "删掉记录",
        "snippets/lesson/double.out",
        "",
        None,
        [
            "snippets/lesson/double.py：没有记录：运行 python3 -m rnn_notes test --record",
            "docs/lesson.md:13：引用的文件 snippets/lesson/double.out 不存在",
        ],
    ),
    Fault(
        "删掉程序，留下记录",
        DOUBLE,
        "",
        None,
        [
            "snippets/lesson/double.out：没有印出它的程序：删掉这个记录",
            "docs/lesson.md:5：引用的文件 snippets/lesson/double.py 不存在",
        ],
    ),
    Fault(
        "小节改名",
        DOUBLE,
        ":numbers]",
        ":values]",
        [
            "docs/lesson.md:5：snippets/lesson/double.py 没有小节「numbers」",
            "它的小节是：values、double",
            "snippets/lesson/double.py:6：没有页面展示小节「values」",
        ],
    ),
    Fault(
        "小节标记不成对",
        DOUBLE,
        "# --8<-- [end:double]",
        "",
        ["snippets/lesson/double.py:10：小节「double」没有 [end:double]"],
    ),
    Fault(
        "引用的文件名打错",
        LESSON,
        "double.py:numbers",
        "duoble.py:numbers",
        ["docs/lesson.md:5：引用的文件 snippets/lesson/duoble.py 不存在"],
    ),
    Fault(
        "在页面里写代码",
        LESSON,
        '--8<-- "lesson/double.py:numbers"',
        "x = 1.5",
        ["docs/lesson.md:5：python 围栏里只能有一行引用"],
    ),
    Fault(
        "在页面里写输出",
        LESSON,
        '--8<-- "lesson/double.out"',
        "twice 1.5 is 3.0000",
        ["docs/lesson.md:13：text 围栏里只能有一行引用"],
    ),
    Fault(
        "两个输出块换了位置",
        LESSON,
        "lesson/double.out",
        "lesson/halve.out",
        [
            "--- docs/lesson.md:13 引用的 lesson/halve.out",
            "+++ docs/lesson.md:9 引用的 lesson/double.py:double 从本页开头运行到这里印出的",
            "输出块要与上面的代码块印出的一致",
        ],
        "docs",
    ),
    Fault(
        "印了东西却没有输出块",
        LESSON,
        '```text\n--8<-- "lesson/halve.out"\n```\n',
        "",
        [
            "docs/lesson.md:19 引用的 lesson/halve.py:halve 印了东西，下面却没有 text 输出块"
        ],
        "docs",
    ),
    Fault(
        "输出块上面没有代码",
        LESSON,
        '```python\n--8<-- "lesson/halve.py:halve"\n```\n',
        "",
        ["docs/lesson.md:20：输出块上面没有属于它的代码块"],
    ),
    Fault(
        "页面上的代码靠没有露出来的行",
        LESSON,
        '```python\n--8<-- "lesson/double.py:numbers"\n```\n\n',
        "",
        [
            "docs/lesson.md:5 引用的 lesson/double.py:double 运行出错",
            'snippets/lesson/double.py", line 11',
            "NameError: name 'x' is not defined",
        ],
    ),
    Fault(
        "同一页上面的代码改了变量",
        DOUBLE,
        "# --8<-- [end:double]",
        "x = 8.0\n# --8<-- [end:double]",
        ["+half of 8.0 is 4.0000"],
        "docs",
    ),
    Fault(
        "没有页面展示的程序",
        LESSON,
        '```python\n--8<-- "lesson/halve.py:halve"\n```\n\n```text\n--8<-- "lesson/halve.out"\n```\n',
        "",
        ["snippets/lesson/halve.py：没有页面展示这个程序：引用它，或者删掉它"],
        "tests/test_snippets.py",
    ),
    Fault(
        "目录没有同名的页面",
        LESSON,
        "",
        None,
        ["snippets/lesson/double.py：没有与目录同名的页面 docs/lesson.md"],
        "tests/test_snippets.py",
    ),
    Fault(
        "围栏缩进在 !!! 块里",
        LESSON,
        "换一个数：",
        '!!! note\n\n    ```python\n    --8<-- "lesson/halve.py:halve"\n    ```',
        ["docs/lesson.md:19：测试看不见这个围栏"],
    ),
    Fault(
        "缩进代码块",
        LESSON,
        "换一个数：",
        "    x = 1",
        ["docs/lesson.md:17：这里是缩进代码块"],
    ),
    Fault(
        "用 HTML 写输出",
        LESSON,
        "换一个数：",
        "<pre>half of 1.5 is 0.7500</pre>",
        ["docs/lesson.md:17：不要用 HTML 写代码或输出"],
    ),
    Fault(
        "命令里的程序不存在",
        LESSON,
        "换一个数：",
        "```console\npython snippets/lesson/duoble.py\n```",
        ["docs/lesson.md:17：命令里的 snippets/lesson/duoble.py 不存在"],
    ),
    Fault(
        "围栏的语言写成 py",
        LESSON,
        '```python\n--8<-- "lesson/double.py:numbers"',
        "```py\nx = 1.5",
        ["docs/lesson.md:5：围栏的语言是「py」"],
    ),
    Fault(
        "高亮的行号指错",
        LESSON,
        '```python\n--8<-- "lesson/double.py:numbers"',
        '```python hl_lines="1"\n--8<-- "lesson/double.py:numbers"',
        ["docs/lesson.md:5：高亮的第 1 行是「", "改 hl_lines"],
    ),
    Fault(
        "链接的页面不存在",
        "docs/index.md",
        "lesson.md#double",
        "leson.md",
        ["docs/index.md:3", "'leson.md'"],
        "tests/test_site.py",
    ),
    Fault(
        "链接的锚点不存在",
        "docs/index.md",
        "#double",
        "#duoble",
        ["docs/index.md:3", "#duoble"],
        "tests/test_site.py",
    ),
    Fault(
        "图的编号写错",
        LESSON,
        "[图 1]",
        "[图 2]",
        ["docs/lesson.md:27：「图 2」链接到 #fig-line，它是「图 1」"],
        "tests/test_site.py",
    ),
    Fault(
        "公式写错",
        LESSON,
        "y = 2x",
        "y = \\frac{2",
        ["docs/lesson.md:30：", "公式 'y = \\frac{2", "有误"],
        "tests/test_site.py",
    ),
    Fault(
        "引用的公式不存在",
        LESSON,
        "\\eqref{eq:double}",
        "\\eqref{eq:dubble}",
        ["docs/lesson.md:27：", "引用的 \\label 在本页不存在", "\\eqref{eq:dubble}"],
        "tests/test_site.py",
    ),
    Fault(
        "图的文件不存在",
        LESSON,
        "figures/line.svg",
        "figures/lime.svg",
        ["docs/lesson.md:34：", "figures/lime.svg"],
        "tests/test_site.py",
    ),
    Fault(
        "图没有文字说明",
        "docs/assets/figures/line.svg",
        "  <desc>一条线</desc>\n",
        "",
        ["docs/lesson.md:34：「线」要有 <title>、<desc>"],
        "tests/test_site.py",
    ),
    Fault(
        "从别的主机取图片",
        "docs/index.md",
        "见",
        "![](https://example.org/a.png) 见",
        ["docs/index.md:3：从别的主机取 https://example.org/a.png"],
        "tests/test_site.py",
    ),
    Fault(
        "中文与英文之间没有空格",
        "docs/index.md",
        "见",
        "用Python写，见",
        ["docs/index.md:3：中文与英文、数字之间空一格"],
        "tests/test_style.py",
    ),
]


@pytest.fixture(scope="module")
def drawing(tmp_path_factory) -> str:
    """line.py 画出的图。"""
    program = tmp_path_factory.mktemp("lesson") / "line.py"
    block = runner.Block(SITE["snippets/lesson/line.py"], program)
    assert runner.run([block], cwd=program.parent)[0].error is None
    return program.with_suffix(".svg").read_text("utf-8")


@pytest.fixture
def small_site(pytester, monkeypatch, drawing):
    """能通过全部检查的小站点，用的是本项目自己的测试与配置。"""
    # 里层 pytest 要导入它自己那份 tests/，不能拿到外层已经导入的同名模块。
    for name in [name for name in sys.modules if name.startswith("tests.")]:
        monkeypatch.delitem(sys.modules, name)
    for name, text in {**SITE, "snippets/lesson/line.svg": drawing}.items():
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (pytester.path / "tests").mkdir()
    for module in (ROOT / "tests").glob("*.py"):
        if module.stem in SITE_CHECKS or not module.stem.startswith("test_"):
            shutil.copy(module, pytester.path / "tests")
    shutil.copy(ROOT / "pyproject.toml", pytester.path)
    # 配置里钩子与模板的位置相对于小站点自己的 mkdocs.yml。
    shutil.copytree(ROOT / "rnn_notes", pytester.path / "rnn_notes")
    (pytester.path / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT.as_posix()}/mkdocs.yml\nnav: [index.md, lesson.md]\n", "utf-8"
    )
    return pytester


def test_small_site_passes_every_check(small_site):
    assert small_site.runpytest_inprocess("-q").ret == 0


def test_selecting_one_lesson_runs_its_programs_and_its_page(small_site):
    outcome = small_site.runpytest_inprocess("-q", "-k", "lesson", *FAST_CHECKS)
    # 三个程序、一页的约定、一页的四个代码块。
    outcome.assert_outcomes(passed=8, deselected=7)


def test_infinite_loop_is_ended(small_site, monkeypatch):
    monkeypatch.setattr(runner, "TIME_LIMIT", 0.5)
    small_site.path.joinpath(DOUBLE).write_text("while True:\n    pass\n", "utf-8")
    outcome = small_site.runpytest_inprocess("-k", "record and double", *FAST_CHECKS)
    outcome.stdout.fnmatch_lines(["snippets/lesson/double.py 运行出错：", "*已终止"])


def test_exempted_numbers_may_differ(small_site):
    program = small_site.path / DOUBLE
    text = program.read_text("utf-8")
    text = text.replace(
        "y = 2 * x", "# 免检「twice」：时钟\nimport time\ny = time.time()"
    )
    program.write_text(text, "utf-8")
    assert small_site.runpytest_inprocess("-q", *FAST_CHECKS).ret == 0


def test_record_rewrites_only_what_changed(small_site):
    program, kept = small_site.path / DOUBLE, small_site.path / HALVE
    program.write_text(program.read_text("utf-8").replace("2 * x", "3 * x"), "utf-8")
    before = kept.with_suffix(".out").stat().st_mtime_ns
    outcome = small_site.runpytest_inprocess("--record", *FAST_CHECKS)
    assert outcome.ret == 0
    assert program.with_suffix(".out").read_text("utf-8") == "twice 1.5 is 4.5000\n"
    assert kept.with_suffix(".out").stat().st_mtime_ns == before
    outcome.stdout.fnmatch_lines(
        ["内容有变化的记录：1 个", "*snippets/lesson/double.out"]
    )


def test_recording_elsewhere_records_everything(small_site):
    """换了环境不许只重新记录一部分；全部重新记录后，出处随之改变。"""
    file = small_site.path / "snippets/environment.md"
    file.write_text("本站的输出由 PyTorch 2.4.0 运行得到。\n", "utf-8")
    partly = small_site.runpytest_inprocess("--record", "-k", "double", *FAST_CHECKS)
    assert partly.ret == pytest.ExitCode.USAGE_ERROR
    partly.stderr.fnmatch_lines(
        ["*记录来自 PyTorch 2.4.0，现在是*不能只重新记录一部分*"]
    )
    fully = small_site.runpytest_inprocess("--record", *FAST_CHECKS)
    assert fully.ret == 0
    fully.stdout.fnmatch_lines([f"记录的环境：PyTorch 2.4.0 → {environment()}"])
    assert environment() in file.read_text("utf-8")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_fault_is_caught(fault, small_site):
    path = small_site.path / fault.file
    text = path.read_text("utf-8")
    if fault.new is None:
        path.unlink()
    else:
        assert fault.old in text
        path.write_text(text.replace(fault.old, fault.new), "utf-8")
    selected = [fault.check] if fault.check else FAST_CHECKS
    outcome = small_site.runpytest_inprocess("-q", "-k", "not reloads", *selected)
    assert outcome.ret == 1
    report = "\n".join(outcome.outlines)
    for words in fault.expected:
        assert words in report
