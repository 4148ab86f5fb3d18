"""页面、程序与记录之间的约定：页面只引用 `snippets/` 里的程序与记录，从上到下运行。"""

import ast
import codecs
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path

import pytest
from compare import difference
from markdown_it import MarkdownIt
from records import RECORD_COMMAND, recorded_here
from runner import ROOT, Block, Result, run_stored

from rnn_notes.lesson import INCLUDE, SUFFIXES, Fence, Page, Project, visible

project = Project(ROOT)
# 程序里声明免检的注释：# 免检「用时」：每台机器的速度不同
EXEMPTION = re.compile(r"^\s*# 免检「([^」]+)」：\S")
# 程序的目录在 sys.path 的最前面：与它们同名的程序，旁边的程序导入时就取错了。
TAKEN = {*sys.stdlib_module_names, "torch", "numpy", "matplotlib"}
INLINE_CODE = re.compile(r"`([^`\n]+)`")
OPENING = re.compile(r'```(?:python(?: hl_lines="\d[\d -]*")?|text|console)')
ONE_FORM = (
    '围栏只有一种写法：从行首开始，```python、```python hl_lines="2 4-5"、```text 或 '
    "```console，单独一行 ``` 结束，别的选项都不写"
)
UNSEEN = "测试看不见这个围栏：让它从行首开始，外面用 /// 块而不是 !!!、???、=== 或 HTML"


# 行首的 `文件：`、`文件:行：`；只说文件的，算第 1 行。
PLACE = re.compile(
    r"^((?:docs|snippets)/[^\s:：]+|mkdocs\.yml)(:\d+)?(?:：| (?=引用的|运行出错))",
    re.MULTILINE,
)


def fail_if(problems: Iterable[str]) -> None:
    """有问题就让测试失败，只显示问题，不带 pytest 的回溯。

    每个问题写成 `文件:行: 消息`，编辑器认得，点了就到那一行。
    """
    message = PLACE.sub(lambda m: f"{m[1]}{m[2] or ':1'}: ", "\n".join(problems))
    if message:
        pytest.fail(message, pytrace=False)


def missing(words: str, linux: bool = False) -> None:
    """检查要的程序没有装：CI 里失败（`linux`：只在 Linux 的 CI 里），别处跳过并说怎样装。"""
    ci = os.environ.get("CI") and (sys.platform == "linux" or not linux)
    (pytest.fail if ci else pytest.skip)(words)


@cache
def problems_of(page: Page) -> list[str]:
    return [f"{page.place(line)}：{message}" for line, message in page_problems(page)]


def built_path(page: Page) -> str:
    """页面建成的文件，从网站的根算起。"""
    return "index.html" if page.path.stem == "index" else f"{page.path.stem}/index.html"


def page_problems(page: Page) -> Iterator[tuple[int, str]]:
    # 名字就是网址；程序的目录与它同名。
    if not re.fullmatch("[a-z][a-z0-9-]*", page.path.stem):
        yield 1, "页面的文件名用小写英文字母、数字和连字符：它就是网址"
    if page.path.parent != page.project.docs:
        yield (
            1,
            "页面直接放在 docs/ 里，不要放在子目录里：一课的程序在同名的 snippets/ 目录里",
        )
    for token in MarkdownIt("commonmark").parse(page.text):
        fenced = token.content.startswith(("```", "~~~"))  # 下面会说
        if token.type == "code_block" and not fenced:
            yield token.map[0] + 1, "这里是缩进代码块：改用围栏引用 snippets/ 里的程序"
    seen = {n for f in page.fences for n in range(f.line, f.end + 1)}
    starts = {fence.line for fence in page.fences}
    lines = page.text.splitlines()
    for number, line in enumerate(lines, 1):
        if re.search(r"(?i)<(pre|code|samp|kbd|tt)\b", line):
            yield number, "不要用 HTML 写代码或输出：改用围栏引用 snippets/"
        # 只说开头的那一行。
        opens = re.match(r"\s*(```|~~~)\S", line) and number not in seen
        if opens or (number in starts and line[0] not in "`~"):
            yield number, UNSEEN
    previous = None
    for fence in page.fences:
        opening, closing = (lines[n - 1] for n in (fence.line, fence.end))
        if message := fence_problem(page, fence, previous):
            yield fence.line, message
        elif not OPENING.fullmatch(opening) or closing != "```":
            yield fence.line, ONE_FORM
        if fence.language in SUFFIXES:
            previous = fence.language


def fence_problem(page: Page, fence: Fence, previous: str | None) -> str | None:
    language, root = fence.language, page.project.root
    if language not in {*SUFFIXES, "console"}:
        return f"围栏的语言是「{language}」：代码用 python，输出用 text，命令用 console"
    if language == "console":
        mentioned = re.findall(r"snippets/\S+", fence.body)
        missing = [path for path in mentioned if not (root / path).exists()]
        return f"命令里的 {missing[0]} 不存在" if missing else None
    if language == "text" and previous != "python":
        return "输出块上面没有属于它的代码块"
    try:
        include = page.include(fence)
    except ValueError as error:
        return str(error)
    if include.path.parent != page.folder:
        other, own = "/".join(include.path.parts[-2:]), page.project.name(page.folder)
        return f"引用了别的课的 {other}：一课的程序都在 {own}/ 里，要用就重复一份"
    return highlight_problem(page, fence)


def highlighted(page: Page, fence: Fence) -> Iterator[tuple[str, str]]:
    """要高亮的 (`hl_lines` 里的写法, 那一行)；没有那一行时是空串。"""
    match = re.search(r'hl_lines="([\d -]+)"', fence.info)
    lines = page.project.shown(page.include(fence)).splitlines()
    for part in match[1].split() if match else []:
        first, _, last = part.partition("-")
        for line in lines[int(first) - 1 : int(last or first)] or [""]:
            yield part, line


def highlight_problem(page: Page, fence: Fence) -> str | None:
    """高亮的行要是正文在说的行：程序改了，行号不会悄悄指到别处。"""
    for part, line in highlighted(page, fence):
        if f"`{line.strip()}`" not in page.prose:
            return (
                f"高亮的第 {part} 行是「{line.strip()}」，正文没有说到它："
                "用行内代码写出这一行，或者改 hl_lines"
            )
    return None


def exemptions(project: Project, program: Path) -> list[str]:
    """程序声明免检的文字：印出的行里含有它，那一行的数就不比较。"""
    return [m[1] for m in map(EXEMPTION.match, project.lines(program)) if m]


@cache
def results(page: Page) -> list[Result]:
    """一页的代码从上到下在一个新进程里运行一遍的结果。"""
    includes = [page.include(fence) for fence in page.code]
    blocks = [
        # 训练程序不在这里运行：它的记录由它自己的检查核对。
        Block("" if page.project.product(i.path) else page.project.source(i), i.path)
        for i in includes
    ]
    modules = {m: None for i in includes for m in page.project.imported(i.path)}
    return run_stored(blocks, [*modules, *page.project.data(page.folder)])


def failure(page: Page, line: int) -> str:
    """第 `line` 行的代码块印出的是否就是它下面的输出块；相符时返回空串。"""
    if problems := problems_of(page):
        return "先改好本页的引用：\n" + "\n".join(problems)
    fence = next(fence for fence in page.code if fence.line == line)
    index, include = page.code.index(fence), page.include(fence)
    source = f"{page.place(line)} 引用的 {include.target}"
    if index >= len(results(page)):
        return f"{source} 没有运行：上面的代码块出错了"
    result = results(page)[index]
    if result.error:
        return f"{source} 运行出错：\n{result.error}"
    below = (f for f in page.fences if f.line > line and f.language in SUFFIXES)
    output = next(below, None)
    if output is None or output.language != "text":
        message = f"{source} 印了东西，下面却没有 text 输出块：\n{result.stdout}"
        return message if result.stdout else ""
    record, exempted = page.include(output), exemptions(page.project, include.path)
    if page.project.product(include.path):
        own = include.path.with_suffix(".out"), include.part
        same = (record.path, record.part) == own
        return "" if same else f"{source} 是训练程序，输出块要引用它同名的小节"
    names = [f"{page.place(output.line)} 引用的 {record.target}"]
    names += [f"{source} 从本页开头运行到这里印出的"]
    texts = page.project.shown(record), result.stdout
    exact = texts[0] == texts[1] or recorded_here(page.project.snippets)
    diff = difference(*texts, *names, exempted, exact)
    message = (
        f"{page.place(output.line)}：输出块与上面的代码块印出的不同\n{diff}\n输出块要与上面的代码块印出的一致。程序改了就重新记录："
        f"{RECORD_COMMAND}；否则检查引用的小节，以及上文改动过的变量。"
    )
    return message if diff else ""


def program_problems(project: Project) -> Iterator[str]:
    """没有页面展示的程序与小节，没有程序的记录，没有同名页面的目录。"""
    for program in sorted({*visible(project.snippets, "*.py")} - {*project.programs}):
        yield (
            f"{project.name(program)}：不是一课的程序，不会运行，不会发布：程序直接放在 "
            "snippets/课名/ 里，名字里没有空格、括号；不要的就删掉"
        )
    used: dict[Path, set[str | None]] = defaultdict(set)
    for page in project.pages:
        for fence in page.fences:
            match = INCLUDE.match(fence.body.strip())
            if match and fence.language in SUFFIXES:
                used[project.snippets / match["path"]].add(match["part"])
    modules = {m for p in project.programs for m in project.imported(p)}
    for program in project.programs:
        is_module = program in modules
        yield from one_program_problems(project, program, used[program], is_module)
    for record in visible(project.snippets, "*.out"):
        if not record.with_suffix(".py").exists():
            yield f"{project.name(record)}：没有印出它的程序：删掉这个记录"
    for product in visible(project.snippets, "*.npz"):
        program = product.with_suffix(".py")
        if not program.exists() or not project.product(program):
            yield f"{project.name(product)}：没有训练出它的程序：删掉这个产物"
    text = "\n".join(page.text for page in project.pages)
    for figure in visible(project.snippets, "*.svg"):
        include = f'--8<-- "{figure.relative_to(project.snippets).as_posix()}"'
        if not figure.with_suffix(".py").exists():
            yield f"{project.name(figure)}：没有画出它的程序：删掉这张图"
        if include not in text:
            yield f"{project.name(figure)}：没有页面展示这张图：引用它，或者删掉它"


def one_program_problems(
    project: Project, program: Path, shown: set[str | None], is_module: bool
) -> Iterator[str]:
    at, name = partial(project.name, program), project.name(program)
    if not re.fullmatch("[a-z][a-z0-9_]*", program.stem):
        yield f"{name}：程序的文件名用小写英文字母、数字和下划线，旁边的程序才导入得了"
    if program.read_bytes().startswith(codecs.BOM_UTF8):
        yield f"{name}：文件开头有看不见的 BOM：编辑器里另存为不带 BOM 的 UTF-8"
        return
    if program.stem in TAKEN:
        yield f"{name}：与 Python 的模块 {program.stem} 同名，旁边的程序会导入错：改名"
    if is_module and program.with_suffix(".out").exists():
        yield f"{name}：别的程序导入它，它就不能印东西：把印的几行移到另一个程序里"
    if not ast.get_docstring(ast.parse(program.read_text("utf-8"))):
        yield f"{name}：开头要有说明，第一行写它展示什么"
    if not (project.docs / f"{program.parent.name}.md").exists():
        yield f"{name}：没有与目录同名的页面 docs/{program.parent.name}.md"
    if not shown and not is_module:
        yield f"{name}：没有页面展示这个程序：引用它，或者删掉它"
    if not shown or None in shown:
        return
    try:
        sections = project.sections(program)
    except ValueError as error:
        yield str(error)
        return
    for number, line in enumerate(project.lines(program), 1):
        visible = any(start < number < end for start, end in sections.values())
        if EXEMPTION.match(line) and not visible:
            yield f"{at(number)}：免检的理由要让读者看得到：把它移进小节里"
    for part, (line, _) in sections.items():
        if part not in shown:
            yield f"{at(line)}：没有页面展示小节「{part}」：引用它，或者删掉它的标记"
