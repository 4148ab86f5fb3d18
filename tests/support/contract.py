"""页面、程序与记录之间的约定，和违反约定的地方。

页面不拥有代码：每个 python 围栏是对 `snippets/` 里一个小节的引用，紧跟着的 text 围栏
是对记录里同名小节的引用。一页的代码从上到下在同一个命名空间里运行。
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
from compare import difference
from markdown_it import MarkdownIt
from records import RECORD_COMMAND
from runner import Block, Result, run_stored

from rnn_notes.lesson import INCLUDE, SUFFIXES, Fence, Include, Page, Project

ROOT = Path(__file__).parents[2]
project = Project(ROOT)
# 程序里声明免检的注释：# 免检「用时」：每台机器的速度不同
EXEMPTION = re.compile(r"^\s*# 免检「(?P<text>[^」]+)」：(?P<reason>\S.*)$")
LANGUAGES = {*SUFFIXES, "console"}
# 程序的目录在 sys.path 的最前面：与它们同名的程序，旁边的程序导入时就取错了。
TAKEN = {*sys.stdlib_module_names, "torch", "numpy", "matplotlib"}
# 从正文里去掉的：围栏、引用、公式、HTML、属性、链接的地址、头部和块的标记。
NOT_PROSE = re.compile(
    r"\A---$.*?^---$|^```.*?^```|^--8<--.*?$|\$\$.*?\$\$|\\begin.*?\\end\{\w+\}"
    r"|\$[^$\n]+\$|<[^>\n]+>|\{[^}\n]*\}|(?<=\])\([^)\n]*\)|^///.*?$|^    [\w-]+: .*?$",
    re.DOTALL | re.MULTILINE,
)
INLINE_CODE = re.compile(r"`([^`\n]+)`")


def blank(match: re.Match) -> str:
    """换成同样多的空行，行号不变；行内的换成空格，不让两边的字连起来。"""
    return "\n" * match[0].count("\n") or " "


@cache
def prose(page: Page) -> str:
    """只剩正文与行内代码，每一行都还在原来的行号上。"""
    return NOT_PROSE.sub(blank, page.text)


def fail_if(problems: Iterable[str]) -> None:
    """有问题就让测试失败，只显示问题，每行一个，不带 pytest 的回溯。"""
    message = "\n".join(problems)
    if message:
        pytest.fail(message, pytrace=False)


def page_problems(page: Page) -> Iterator[str]:
    """逐个说出一页违反约定的地方。"""
    for token in MarkdownIt("commonmark").parse(page.text):
        if token.type == "code_block":
            place = page.place(token.map[0] + 1)
            yield f"{place}：这里是缩进代码块：改用围栏引用 snippets/ 里的程序"
    seen = {n for f in page.fences for n in range(f.line, f.end + 1)}
    starts = {fence.line for fence in page.fences}
    for number, line in enumerate(page.text.splitlines(), 1):
        if re.search(r"<(pre|code|samp)\b", line):
            place = page.place(number)
            yield f"{place}：不要用 HTML 写代码或输出：改用围栏引用 snippets/"
        # 只说开头的那一行。
        opens = re.match(r"\s*(```|~~~)\S", line) and number not in seen
        if opens or (number in starts and line[0] not in "`~"):
            yield (
                f"{page.place(number)}：测试看不见这个围栏：让它从行首开始，"
                "外面用 /// 块而不是 !!!、???、=== 或 HTML"
            )
    previous = None
    for fence in page.fences:
        if message := fence_problem(page, fence, previous):
            yield f"{page.place(fence.line)}：{message}"
        if fence.language in SUFFIXES:
            previous = fence.language


def fence_problem(page: Page, fence: Fence, previous: str | None) -> str | None:
    if fence.language not in LANGUAGES:
        return (
            f"围栏的语言是「{fence.language}」：代码用 python，输出用 text，"
            "命令用 console"
        )
    if fence.language == "console":
        mentioned = re.findall(r"snippets/\S+", fence.body)
        missing = [p for p in mentioned if not (page.project.root / p).exists()]
        return f"命令里的 {missing[0]} 不存在" if missing else None
    if fence.language == "text" and previous != "python":
        return "输出块上面没有属于它的代码块"
    try:
        include = page.include(fence)
    except ValueError as error:
        return str(error)
    if include.path.parent != page.folder:
        return (
            f"引用了别的课的 {include.path.parent.name}/{include.path.name}："
            f"一课的程序都在 {page.project.name(page.folder)}/ 里，要用就重复一份"
        )
    return highlight_problem(page, fence, include)


def highlight_problem(page: Page, fence: Fence, include: Include) -> str | None:
    """高亮的行要是正文在说的行：程序改了，行号不会悄悄指到别处。"""
    match = re.search(r'hl_lines="([\d -]+)"', fence.info)
    lines = page.project.shown(include).splitlines()
    for part in match[1].split() if match else []:
        first, _, last = part.partition("-")
        for line in lines[int(first) - 1 : int(last or first)] or [""]:
            if f"`{line.strip()}`" not in prose(page):
                return (
                    f"高亮的第 {part} 行是「{line.strip()}」，正文没有说到它："
                    "用行内代码写出这一行，或者改 hl_lines"
                )
    return None


def exemptions(project: Project, program: Path) -> list[str]:
    """程序声明免检的文字：印出的行里含有它，那一行的数就不比较。"""
    found = map(EXEMPTION.match, project.lines(program))
    return [match["text"] for match in found if match]


@cache
def results(page: Page) -> list[Result]:
    """一页的代码从上到下在一个新进程里运行一遍的结果。"""
    includes = [page.include(fence) for fence in page.code]
    blocks = [Block(page.project.source(i), i.path) for i in includes]
    modules = {m: None for i in includes for m in page.project.imported(i.path)}
    return run_stored(blocks, [*modules, *page.project.data(page.folder)])


@cache
def problems_of(page: Page) -> list[str]:
    return [*page_problems(page)]


def failure(page: Page, line: int) -> str:
    """第 `line` 行的代码块印出的是否就是它下面的输出块；相符时返回空串。"""
    if problems := problems_of(page):
        return "先改好本页的引用：\n" + "\n".join(problems)
    index = [fence.line for fence in page.code].index(line)
    fence, include = page.code[index], page.include(page.code[index])
    source = f"{page.place(line)} 引用的 {include.target}"
    if index >= len(results(page)):
        return f"{source} 没有运行：上面的代码块出错了"
    result = results(page)[index]
    if result.error:
        return f"{source} 运行出错：\n{result.error}"
    after = page.fences[page.fences.index(fence) + 1 :]
    output = next((f for f in after if f.language in SUFFIXES), None)
    if output is None or output.language != "text":
        if not result.stdout:
            return ""
        return f"{source} 印了东西，下面却没有 text 输出块：\n{result.stdout}"
    record = page.include(output)
    diff = difference(
        page.project.shown(record),
        result.stdout,
        f"{page.place(output.line)} 引用的 {record.target}",
        f"{source} 从本页开头运行到这里印出的",
        exemptions(page.project, include.path),
    )
    if not diff:
        return ""
    return (
        f"{diff}\n"
        "输出块要与上面的代码块印出的一致。"
        f"程序改了就重新记录：{RECORD_COMMAND}；"
        "否则检查引用的小节，以及上文改动过的变量。"
    )


def program_problems(project: Project) -> Iterator[str]:
    """没有页面展示的程序与小节，没有程序的记录，没有同名页面的目录。"""
    used: dict[Path, set[str | None]] = {}
    for page in project.pages:
        for fence in page.fences:
            match = INCLUDE.match(fence.body.strip())
            if match and fence.language in SUFFIXES:
                path = project.snippets / match["path"]
                used.setdefault(path, set()).add(match["part"])
    modules = {m for p in project.programs for m in project.imported(p)}
    for program in project.programs:
        yield from one_program_problems(
            project, program, used.get(program, set()), program in modules
        )
    for record in sorted(project.snippets.rglob("*.out")):
        if not record.with_suffix(".py").exists():
            yield f"{project.name(record)}：没有印出它的程序：删掉这个记录"
    text = "\n".join(page.text for page in project.pages)
    for figure in sorted(project.snippets.rglob("*.svg")):
        include = f'--8<-- "{figure.relative_to(project.snippets).as_posix()}"'
        if not figure.with_suffix(".py").exists():
            yield f"{project.name(figure)}：没有画出它的程序：删掉这张图"
        if include not in text:
            yield f"{project.name(figure)}：没有页面展示这张图：引用它，或者删掉它"


def one_program_problems(
    project: Project, program: Path, shown: set[str | None], is_module: bool
) -> Iterator[str]:
    name = project.name(program)
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
            place = project.name(program, number)
            yield f"{place}：免检的理由要让读者看得到：把它移进小节里"
    for section, (line, _) in sections.items():
        if section not in shown:
            place = project.name(program, line)
            yield f"{place}：没有页面展示小节「{section}」：引用它，或者删掉它的标记"
