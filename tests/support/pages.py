"""页面、程序与记录之间的约定：读取它们，并说出违反约定的地方。

页面不拥有代码：每个 python 围栏是对 `snippets/` 里一个小节的引用，
紧跟着的 text 围栏是对记录的引用。引用用 pymdownx 自己的预处理器解析，
所以测试看到的与网站显示的是同一段文字。
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pytest
from compare import difference
from markdown import Markdown
from markdown_it import MarkdownIt
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor
from records import DURATION
from runner import Block, Result, run

RECORD_COMMAND = "python3 -m rnn_notes test --record"
FENCE = re.compile(r"^(?P<indent>\s*)(?P<marks>`{3,}|~{3,})(?P<info>.*)$")
INCLUDE = re.compile(r'^--8<-- "(?P<target>(?P<path>[^":]+)(?::(?P<part>[^"]+))?)"$')
# 程序里声明免检的注释：# 免检「用时」：每台机器的速度不同
EXEMPTION = re.compile(r"^\s*# 免检「(?P<text>[^」]+)」：(?P<reason>\S.*)$")
# 围栏语言 → 它引用的文件的后缀；console 是给读者敲的命令，不引用文件。
SUFFIXES = {"python": ".py", "text": ".out"}
LANGUAGES = {*SUFFIXES, "console"}
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


def fail_if(problems: Iterable[str]) -> None:
    """有问题就让测试失败，只显示问题，每行一个，不带 pytest 的回溯。"""
    message = "\n".join(problems)
    if message:
        pytest.fail(message, pytrace=False)


@dataclass(frozen=True)
class Include:
    """围栏里的一条引用，`part` 是小节名（代码）或行范围（记录）。"""

    target: str
    path: Path
    part: str | None


@dataclass
class Fence:
    line: int  # 起始行，从 1 数
    language: str
    indent: str
    info: str
    body: list[str] = field(default_factory=list)


class Project:
    """一个项目目录：`docs/` 里的页面，`snippets/` 里的程序与记录。"""

    def __init__(self, root: Path):
        self.root = root
        self.docs = root / "docs"
        self.snippets = root / "snippets"
        options = SnippetExtension(
            base_path=[str(self.snippets)], check_paths=True, dedent_subsections=True
        ).getConfigs()
        self.preprocessor = SnippetPreprocessor(options, Markdown())

    def name(self, path: Path, line: int | None = None) -> str:
        relative = path.relative_to(self.root).as_posix()
        return f"{relative}:{line}" if line else relative

    def find(self, path: Path, *clues: str) -> str:
        """`path` 里第一处出现某个 `clues` 的地方；都没有就只说文件。"""
        lines = enumerate(self.lines(path), 1)
        return self.name(
            path, next((n for n, text in lines if any(c in text for c in clues)), None)
        )

    @cached_property
    def pages(self) -> list["Page"]:
        return [Page(self, path) for path in sorted(self.docs.rglob("*.md"))]

    @cached_property
    def programs(self) -> list[Path]:
        return sorted(self.snippets.rglob("*.py"))

    def sections(self, program: Path) -> dict[str, tuple[int, int]]:
        """小节名 → 标记所在的 (起始行, 结束行)。

        Raises:
            ValueError: 标记不成对，消息里有行号。
        """
        found, opened = {}, {}
        for number, line in enumerate(self.lines(program), 1):
            marker = self.preprocessor.match_section(line)
            if not marker:
                continue
            name, kind = marker["name"], marker["type"]
            if kind == "start" and name not in found | opened:
                opened[name] = number
            elif kind == "end" and name in opened:
                found[name] = (opened.pop(name), number)
            else:
                place = self.name(program, number)
                raise ValueError(f"{place}：小节「{name}」的标记重复或不成对")
        for name, number in opened.items():
            place = self.name(program, number)
            raise ValueError(f"{place}：小节「{name}」没有 [end:{name}]")
        return found

    def exemptions(self, program: Path) -> list[str]:
        """程序声明免检的文字：印出的行里含有它，那一行的数就不比较。"""
        found = map(EXEMPTION.match, self.lines(program))
        return [match["text"] for match in found if match]

    def lines(self, path: Path) -> list[str]:
        return path.read_text(encoding="utf-8").splitlines()

    def block(self, include: Include) -> Block:
        """引用的代码，每一行都放在它在程序里的行号上。"""
        lines = self.lines(include.path)
        start, end = 0, len(lines)
        if include.part:
            start, end = self.sections(include.path)[include.part]
        kept = [
            "" if self.preprocessor.match_section(line) else line
            for line in lines[start:end]
        ]
        source = "\n".join(self.preprocessor.dedent(kept))
        return Block("\n" * start + source, include.path)

    def shown(self, include: Include) -> str:
        """引用在页面上显示的文字，与 pymdownx 构建时的一样。"""
        target = self.preprocessor.parse_snippet_target(include.target)
        lines = self.preprocessor.read_lines(include.path)
        selected = self.preprocessor.select_snippet_lines(lines, target)
        return "\n".join(
            line for line in selected if not self.preprocessor.match_section(line)
        )


class Page:
    def __init__(self, project: Project, path: Path):
        self.project = project
        self.path = path
        self.text = path.read_text(encoding="utf-8")

    def place(self, line: int) -> str:
        return self.project.name(self.path, line)

    @cached_property
    def fences(self) -> list[Fence]:
        """逐行找到的所有围栏，缩进在任何块里的也算。"""
        fences, marks = [], ""
        for number, line in enumerate(self.text.splitlines(), 1):
            match = FENCE.match(line)
            if marks:
                if match and match["marks"].startswith(marks) and not match["info"]:
                    marks = ""
                else:
                    fences[-1].body.append(line.strip())
            elif match:
                marks = match["marks"]
                language, _, rest = match["info"].strip().partition(" ")
                fences.append(Fence(number, language, match["indent"], rest))
        return fences

    def include(self, fence: Fence) -> Include:
        """围栏里的那一条引用。

        Raises:
            ValueError: 围栏不是恰好一条引用，或引用的文件、小节不存在。
        """
        suffix = SUFFIXES[fence.language]
        match = INCLUDE.match(fence.body[0]) if len(fence.body) == 1 else None
        if not match or not match["path"].endswith(suffix):
            example = f'--8<-- "{self.path.stem}/程序{suffix}"'
            raise ValueError(
                f"{fence.language} 围栏里只能有一行引用，例如 {example}；"
                "把代码或输出移到 snippets/"
            )
        path = self.project.snippets / match["path"]
        if not path.is_file():
            raise ValueError(f"引用的文件 {self.project.name(path)} 不存在")
        if suffix == ".py" and match["part"]:
            sections = self.project.sections(path)
            if match["part"] not in sections:
                known = "、".join(sections) or "（一个也没有）"
                raise ValueError(
                    f"{self.project.name(path)} 没有小节「{match['part']}」，"
                    f"它的小节是：{known}"
                )
        return Include(match["target"], path, match["part"])

    def problems(self) -> Iterator[str]:
        """逐个说出本页违反约定的地方。"""
        tokens = MarkdownIt("commonmark").parse(self.text)
        visible = {token.map[0] + 1 for token in tokens if token.type == "fence"}
        for token in tokens:
            if token.type == "code_block":
                place = self.place(token.map[0] + 1)
                yield f"{place}：这里是缩进代码块：改用围栏引用 snippets/ 里的程序"
        for number, line in enumerate(self.text.splitlines(), 1):
            if re.search(r"<(pre|code|samp)\b", line):
                place = self.place(number)
                yield f"{place}：不要用 HTML 写代码或输出：改用围栏引用 snippets/"
        previous = None
        for fence in self.fences:
            message = self.fence_problem(fence, previous, visible)
            if message:
                yield f"{self.place(fence.line)}：{message}"
            if fence.language in SUFFIXES:
                previous = fence.language

    def fence_problem(
        self, fence: Fence, previous: str | None, visible: set[int]
    ) -> str | None:
        if fence.indent or fence.line not in visible:
            return (
                "测试看不见这个围栏：让它从行首开始，"
                "外面用 /// 块而不是 !!!、???、=== 或 HTML"
            )
        if fence.language not in LANGUAGES:
            return (
                f"围栏的语言是「{fence.language}」：代码用 python，"
                "输出用 text，命令用 console"
            )
        if fence.language == "console":
            mentioned = re.findall(r"snippets/\S+", " ".join(fence.body))
            missing = [p for p in mentioned if not (self.project.root / p).exists()]
            return f"命令里的 {missing[0]} 不存在" if missing else None
        if fence.language == "text" and previous != "python":
            return "输出块上面没有属于它的代码块"
        try:
            return self.highlight_problem(fence, self.include(fence))
        except ValueError as error:
            return str(error)

    def highlight_problem(self, fence: Fence, include: Include) -> str | None:
        """高亮的行要是正文在说的行：程序改了，行号不会悄悄指到别处。"""
        match = re.search(r'hl_lines="([\d -]+)"', fence.info)
        lines = self.project.shown(include).splitlines()
        for part in match[1].split() if match else []:
            first, _, last = part.partition("-")
            for line in lines[int(first) - 1 : int(last or first)] or [""]:
                if f"`{line.strip()}`" not in self.prose:
                    return (
                        f"高亮的第 {part} 行是「{line.strip()}」，正文没有说到它："
                        "用行内代码写出这一行，或者改 hl_lines"
                    )
        return None

    @cached_property
    def prose(self) -> str:
        """只剩正文与行内代码，每一行都还在原来的行号上。"""
        return NOT_PROSE.sub(blank, self.text)

    @cached_property
    def code(self) -> list[Fence]:
        return [fence for fence in self.fences if fence.language == "python"]

    @cached_property
    def results(self) -> list[Result]:
        """本页的代码从上到下在一个新进程里运行一遍的结果。"""
        blocks = [self.project.block(self.include(fence)) for fence in self.code]
        return run(blocks, cwd=self.project.root)

    def failure(self, line: int) -> str:
        """第 `line` 行的代码块印出的是否就是它下面的输出块；相符时返回空串。"""
        problems = list(self.problems())
        if problems:
            return "先改好本页的引用：\n" + "\n".join(problems)
        index = [fence.line for fence in self.code].index(line)
        fence, include = self.code[index], self.include(self.code[index])
        source = f"{self.place(line)} 引用的 {include.target}"
        if index >= len(self.results):
            return f"{source} 没有运行：上面的代码块出错了"
        result = self.results[index]
        if result.error:
            return f"{source} 运行出错：\n{result.error}"
        after = self.fences[self.fences.index(fence) + 1 :]
        output = next((f for f in after if f.language in SUFFIXES), None)
        if output is None or output.language != "text":
            if not result.stdout:
                return ""
            return f"{source} 印了东西，下面却没有 text 输出块：\n{result.stdout}"
        record = self.include(output)
        diff = difference(
            self.project.shown(record),
            result.stdout,
            f"{self.place(output.line)} 引用的 {record.target}",
            f"{source} 从本页开头运行到这里印出的",
            self.project.exemptions(include.path),
        )
        if not diff:
            return ""
        return (
            f"{diff}\n"
            "输出块要与上面的代码块印出的一致。"
            f"程序改了就重新记录：{RECORD_COMMAND}；"
            "否则检查引用的小节、行范围，以及上文改动过的变量。"
        )


def program_problems(project: Project) -> Iterator[str]:
    """没有页面展示的程序与小节，没有程序的记录，没有同名页面的目录。"""
    used: dict[Path, set[str | None]] = {}
    for page in project.pages:
        for fence in page.fences:
            match = INCLUDE.match("".join(fence.body))
            if match and fence.language in SUFFIXES:
                path = project.snippets / match["path"]
                used.setdefault(path, set()).add(match["part"])
    for program in project.programs:
        name, shown = project.name(program), used.get(program, set())
        if not program.with_suffix(".out").exists():
            yield f"{name}：没有记录：运行 {RECORD_COMMAND}"
        if not DURATION.search(program.read_text("utf-8")):
            yield (
                f"{name}：开头要有说明，第一行写它展示什么；"
                f"用时由 {RECORD_COMMAND} 写上"
            )
        lesson = program.relative_to(project.snippets).parts[0]
        if not (project.docs / f"{lesson}.md").exists():
            yield f"{name}：没有与目录同名的页面 docs/{lesson}.md"
        if not shown:
            yield f"{name}：没有页面展示这个程序：引用它，或者删掉它"
            continue
        if None in shown:
            continue
        try:
            sections = project.sections(program)
        except ValueError as error:
            yield str(error)
            continue
        for number, line in enumerate(project.lines(program), 1):
            visible = any(start < number < end for start, end in sections.values())
            if EXEMPTION.match(line) and not visible:
                place = project.name(program, number)
                yield f"{place}：免检的理由要让读者看得到：把它移进小节里"
        for section, (line, _) in sections.items():
            if section not in shown:
                place = project.name(program, line)
                yield f"{place}：没有页面展示小节「{section}」：引用它，或者删掉它的标记"
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
