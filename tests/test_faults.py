"""检查本身也要检查：在一个小站点里逐个埋下错误，每个都要被抓住，而且说得清楚。

每个错误是几处替换；`expected` 里的话必须出现在 pytest 报告里，
作者凭它就知道去哪一页、哪一行、怎么改。
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

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
""",
    "docs/assets/figures/line.svg": """\
<svg class="fig" role="img" viewBox="0 0 2 2">
  <title>线</title>
  <desc>一条线</desc>
  <path d="M0 0L2 2"/>
</svg>
""",
    "docs/assets/extra.css": "",
    "snippets/lesson/double.py": """\
# --8<-- [start:numbers]
x = 1.5
# --8<-- [end:numbers]

# --8<-- [start:double]
y = 2 * x
print(f"twice {x} is {y:.4f}")
# --8<-- [end:double]
""",
    "snippets/lesson/double.out": "twice 1.5 is 3.0000\n",
    "snippets/lesson/halve.py": """\
x = 1.5

# --8<-- [start:halve]
print(f"half of {x} is {x / 2:.4f}")
print("done")
# --8<-- [end:halve]
""",
    "snippets/lesson/halve.out": "half of 1.5 is 0.7500\ndone\n",
}

DOUBLE = "snippets/lesson/double.py"
HALVE = "snippets/lesson/halve.py"
LESSON = "docs/lesson.md"
# 不看站点内容的，和很慢的，不带进小站点。
LEFT_OUT = {
    "test_accessibility",
    "test_browser",
    "test_compare",
    "test_faults",
    "test_hosting",
    "test_runner",
    "test_slim",
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
            'snippets/lesson/double.py", line 6',
            "NameError: name 'z' is not defined",
            "docs/lesson.md:9 引用的 lesson/double.py:double 运行出错",
        ],
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
            "snippets/lesson/double.py:1：没有页面展示小节「values」",
        ],
    ),
    Fault(
        "小节标记不成对",
        DOUBLE,
        "# --8<-- [end:double]",
        "",
        ["snippets/lesson/double.py:5：小节「double」没有 [end:double]"],
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
            'snippets/lesson/double.py", line 6',
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
        "围栏的语言写成 py",
        LESSON,
        '```python\n--8<-- "lesson/double.py:numbers"',
        "```py\nx = 1.5",
        ["docs/lesson.md:5：围栏的语言是「py」"],
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


@pytest.fixture
def small_site(pytester, monkeypatch):
    """能通过全部检查的小站点，用的是本项目自己的测试与配置。"""
    # 里层 pytest 要导入它自己那份 tests/，不能拿到外层已经导入的同名模块。
    for name in [name for name in sys.modules if name.startswith("tests.")]:
        monkeypatch.delitem(sys.modules, name)
    for name, text in SITE.items():
        path = pytester.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (pytester.path / "tests").mkdir()
    for module in (ROOT / "tests").glob("*.py"):
        if module.stem not in LEFT_OUT:
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
