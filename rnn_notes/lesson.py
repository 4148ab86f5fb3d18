"""一课的模型：页面、围栏、引用、小节、程序、记录、数据。

建站、笔记本、下载和检查都从这里读，一处认得的写法处处认得。引用用 pymdownx 自己的
预处理器解析，选项取自 mkdocs.yml，所以这里看到的与网站显示的是同一段文字。
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from bs4 import NavigableString, Tag
from markdown import Markdown
from markdown_it import MarkdownIt
from mkdocs.utils import meta, yaml_load
from pymdownx.snippets import (
    SnippetExtension,
    SnippetMissingError,
    SnippetPreprocessor,
)

INCLUDE = re.compile(r'^--8<-- "(?P<target>(?P<path>[^":]+)(?::(?P<part>[^"]+))?)"$')
IMPORT = re.compile(r"^[ \t]*(?:from|import) (.+?)(?: import .*)?$", re.MULTILINE)
COMPONENT = re.compile(r"\s*<(rnn-[\w-]+)")
# 编辑器、同步软件、系统留下的文件，名字里都有别的字符：~、#、空格、第二个点。
NAME = re.compile(r"[\w-]+\.\w+")
# 「练习」里一道题的开头：**3. 手算。**
EXERCISE = re.compile(r"^\*\*(\d+)\. ([^*\n]+)。\*\*", re.MULTILINE)
FOLDED = re.compile(r"^/// (?:details|evidence)\b.*?^///$", re.DOTALL | re.MULTILINE)
CODE = re.compile(r'^--8<-- ".+\.(?:py|out)\b.*$', re.MULTILINE)
# 围栏语言 → 它引用的文件的后缀；console 是给读者敲的命令，不引用文件。
SUFFIXES = {"python": ".py", "text": ".out"}
UNSEEN = ("details", "svg", "template", "annotation")  # 建成的页面里折叠的、图里的
# 从正文里去掉的：围栏、引用、公式、HTML、属性、链接的地址、头部和块的标记。
NOT_PROSE = re.compile(
    r"\A---$.*?^---$|^```.*?^```|^--8<--.*?$|\$\$.*?\$\$|\\begin.*?\\end\{\w+\}"
    r"|\$[^$\n]+\$|<[^>\n]+>|\{[^}\n]*\}|(?<=\])\([^)\n]*\)|^///.*?$|^    [\w-]+: .*?$",
    re.DOTALL | re.MULTILINE,
)


class Include(NamedTuple):
    """围栏里的一条引用，`part` 是小节名。"""

    target: str
    path: Path
    part: str | None


def visible(folder: Path, pattern: str) -> list[Path]:
    """`folder` 里的文件，不算隐藏的和隐藏的目录里的。"""
    found = sorted(path for path in folder.rglob(pattern) if path.is_file())
    return [p for p in found if "/." not in f"/{p.relative_to(folder).as_posix()}"]


def programs(folder: Path) -> list[Path]:
    """一课的程序。编辑器留下的、不是文件的，都不是。"""
    found = (path for path in folder.glob("*.py") if NAME.fullmatch(path.name))
    return sorted(path for path in found if path.is_file())


def visible_text(tag: Tag) -> Iterator[str]:
    """建成的一页里看得见的文字：代码与输出算，折叠的、图里的不算。"""
    for child in tag.children:
        if type(child) is NavigableString:
            yield child
        elif isinstance(child, Tag) and not (
            child.name in UNSEEN or "headerlink" in child.get("class", ())
        ):
            yield from visible_text(child)


def length(tag: Tag) -> int:
    """看得见多少字符，连着的空白算一个。"""
    return len(" ".join("".join(visible_text(tag)).split()))


class Fence(NamedTuple):
    """页面里的一个围栏，从第 `line` 行（从 1 数）到第 `end` 行。"""

    line: int
    language: str
    info: str
    body: str
    end: int


class Project:
    """一个项目目录：`docs/` 里的页面，`snippets/` 里的程序与记录。"""

    def __init__(self, root: Path):
        self.root, self.docs, self.snippets = root, root / "docs", root / "snippets"
        with (root / "mkdocs.yml").open("rb") as file:
            config = yaml_load(file)
        self.nav, extensions = config["nav"], config["markdown_extensions"]
        name = "pymdownx.snippets"
        [options] = [e[name] for e in extensions if isinstance(e, dict) and name in e]
        # 附在每页末尾的，和目录，都从项目根目录算起。
        self.endings = [f'--8<-- "{ending}"' for ending in options["auto_append"]]
        base_path = [str(root / folder) for folder in options["base_path"]]
        changed = {**options, "base_path": base_path, "auto_append": []}
        configs = SnippetExtension(**changed).getConfigs()
        self.preprocessor = SnippetPreprocessor(configs, Markdown())

    def name(self, path: Path, line: int | None = None) -> str:
        relative = path.relative_to(self.root).as_posix()
        return f"{relative}:{line}" if line else relative

    def lines(self, path: Path) -> list[str]:
        return path.read_text("utf-8").splitlines()

    def find(self, path: Path, *clues: str) -> str:
        """`path` 里出现 `clues` 的地方，先找第一个；都没有就只说文件。"""
        lines = self.lines(path)
        found = (n for c in clues for n, line in enumerate(lines, 1) if c in line)
        return self.name(path, next(found, None))

    @cached_property
    def pages(self) -> list["Page"]:
        return [Page(self, path) for path in visible(self.docs, "*.md")]

    @cached_property
    def lessons(self) -> list["Page"]:
        """有同名程序目录的页面；首页不是课。"""
        return [p for p in self.pages if p.programs and p.path.stem != "index"]

    @cached_property
    def contents(self) -> list[tuple[str, str]]:
        """目录里的 (名字, 文件)；没有写名字的是空串。"""
        found, waiting = [], [("", self.nav)]
        while waiting:
            name, value = waiting.pop()
            if isinstance(value, str):
                found.append((name, value))
                continue
            for entry in reversed(value):
                waiting += entry.items() if isinstance(entry, dict) else [("", entry)]
        return found

    @cached_property
    def course(self) -> list["Page"]:
        """课，照目录的顺序。"""
        lessons = {page.path.name: page for page in self.lessons}
        return [lessons[file] for _, file in self.contents if file in lessons]

    @cached_property
    def programs(self) -> list[Path]:
        """全部程序，包括别的程序导入的模块。"""
        folders = sorted(self.snippets.glob("[!.]*/"))
        return [program for folder in folders for program in programs(folder)]

    def imported(self, program: Path, *importing: Path) -> list[Path]:
        """`program` 从自己的目录里导入的模块，连同模块导入的，先被导入的在前。

        `importing` 正在导入它，互相导入时不再数一遍。
        """
        found: list[Path] = []
        beside = {path.stem: path for path in programs(program.parent)}
        for names in IMPORT.findall(program.read_text("utf-8")):
            for name in re.findall(r"\w+", names):
                module = beside.get(name, program)
                if module not in (program, *importing):
                    found += [*self.imported(module, program, *importing), module]
        return [*dict.fromkeys(found)]

    def companions(self, program: Path) -> list[Path]:
        """`program` 单独下载之后，旁边还要的：导入的模块，它和它们要读的数据。"""
        modules = self.imported(program)
        text = b"".join(path.read_bytes() for path in [program, *modules])
        own = self.product(program)
        data = [path for path in self.data(program.parent) if path != own]
        return [*modules, *(path for path in data if path.name.encode() in text)]

    def product(self, program: Path) -> Path | None:
        """训练程序的产物，名字与它相同；别的程序没有。"""
        path = program.with_suffix(".npz")
        saves = f'savez("{path.name}"' in program.read_text("utf-8")
        return path if saves else None

    def data(self, folder: Path) -> list[Path]:
        """程序要读的文件：名字写在这个目录的某个程序里。编辑器留下的文件不是。"""
        text = "\n".join(p.read_text("utf-8") for p in programs(folder))
        others = (
            p for p in folder.iterdir() if p.suffix not in {".py", ".out", ".svg"}
        )
        return sorted(p for p in others if p.is_file() and f'"{p.name}"' in text)

    def sections(self, file: Path) -> dict[str, tuple[int, int]]:
        """小节名 → 标记所在的 (起始行, 结束行)。

        Raises:
            ValueError: 标记不成对，消息里有行号。
        """
        found, opened = {}, {}
        for number, line in enumerate(self.lines(file), 1):
            if not (marker := self.preprocessor.match_section(line)):
                continue
            name, starts = marker["name"], marker["type"] == "start"
            if name in found or starts == (name in opened):
                place = self.name(file, number)
                raise ValueError(f"{place}：小节「{name}」的标记重复或不成对")
            if starts:
                opened[name] = number
            else:
                found[name] = (opened.pop(name), number)
        for name, number in opened.items():
            place = self.name(file, number)
            raise ValueError(f"{place}：小节「{name}」没有 [end:{name}]")
        return found

    def source(self, include: Include) -> str:
        """引用的代码，每一行都放在它在程序里的行号上，报错才指得准。"""
        lines = self.lines(include.path)
        sections = self.sections(include.path) if include.part else {}
        start, end = sections.get(include.part, (0, len(lines)))
        is_marker = self.preprocessor.match_section
        kept = ["" if is_marker(line) else line for line in lines[start:end]]
        return "\n" * start + "\n".join(self.preprocessor.dedent(kept))

    def expand(self, lines: list[str]) -> str:
        """展开引用之后的文字；小节标记都去掉了。"""
        return "\n".join(self.preprocessor.run(list(lines)))

    def shown(self, include: Include) -> str:
        """引用在页面上显示的文字。"""
        return self.expand([f'--8<-- "{include.target}"'])


class Page:
    """一页 Markdown；是课的话，`folder` 里有它的程序。"""

    def __init__(self, project: Project, path: Path):
        self.project, self.path = project, path
        self.text = path.read_text("utf-8")
        self.content, self.meta = meta.get_data(self.text)
        self.folder = project.snippets / path.relative_to(project.docs).with_suffix("")
        self.programs = programs(self.folder)
        self.exercises = len(EXERCISE.findall(self.content))

    @cached_property
    def start(self) -> int:
        """头部有几行：正文从下一行开始。"""
        return len(self.text.splitlines()) - len(self.content.splitlines())

    def place(self, line: int) -> str:
        return self.project.name(self.path, line)

    @cached_property
    def prose(self) -> str:
        """只剩正文与行内代码，每一行都还在原来的行号上；空格不让两边的字连起来。"""
        return NOT_PROSE.sub(lambda m: "\n" * m[0].count("\n") or " ", self.text)

    @cached_property
    def minutes(self) -> int:
        """没有折叠的正文、代码与输出读一遍约几分钟：每分钟 400 个字符，不算做练习。"""
        seen = FOLDED.sub("", self.content)
        code = CODE.findall(seen)
        with suppress(SnippetMissingError):  # 边写边看，引用错了的那一页上会说
            code = [self.project.expand(code)]
        seen = NOT_PROSE.sub(" ", seen) + "\n".join(code)
        return 5 * round(len(" ".join(seen.split())) / 2000) or 5

    @cached_property
    def fences(self) -> list[Fence]:
        found = (
            t for t in MarkdownIt("commonmark").parse(self.text) if t.type == "fence"
        )
        return [
            Fence(
                t.map[0] + 1, *t.info.strip().partition(" ")[::2], t.content, t.map[1]
            )
            for t in found
        ]

    @cached_property
    def code(self) -> list[Fence]:
        return [fence for fence in self.fences if fence.language == "python"]

    def include(self, fence: Fence) -> Include:
        """围栏里的那一条引用。

        Raises:
            ValueError: 围栏不是恰好一条引用，或引用的文件、小节不存在。
        """
        suffix, name = SUFFIXES[fence.language], self.project.name
        match = INCLUDE.match(fence.body.strip())
        if not match or not match["path"].endswith(suffix):
            example = f'--8<-- "{self.path.stem}/程序{suffix}"'
            raise ValueError(
                f"{fence.language} 围栏里只能有一行引用，例如 {example}；"
                "把代码或输出移到 snippets/"
            )
        path = self.project.snippets / match["path"]
        if not path.is_file():
            raise ValueError(f"引用的文件 {name(path)} 不存在")
        sections = self.project.sections(path) if match["part"] else {}
        if match["part"] and match["part"] not in sections:
            known = "、".join(sections) or "（一个也没有）"
            message = f"{name(path)} 没有小节「{match['part']}」，它的小节是：{known}"
            raise ValueError(message)
        return Include(match["target"], path, match["part"])

    def mistakes(self) -> Iterator[str]:
        """引用错了的：`文件:行：怎样错，怎么办`。"""
        for fence in self.fences:
            if fence.language in SUFFIXES:
                try:
                    self.include(fence)
                except ValueError as error:
                    yield f"{self.place(fence.line)}：{error}"
        folders = self.project.snippets, self.project.docs / "assets"
        for number, line in enumerate(self.text.splitlines(), 1):
            match = INCLUDE.match(line.strip())
            name = match["path"] if match else ""
            found = any((folder / name).is_file() for folder in folders)
            if name.endswith(".svg") and not found:
                yield f"{self.place(number)}：没有 {name} 这张图"

    def without_script(self) -> Iterator[str]:
        """没有脚本的组件。"""
        for number, line in enumerate(self.text.splitlines(), 1):
            if (tag := COMPONENT.match(line)) and not (
                self.project.docs / f"assets/live/{tag[1]}.js"
            ).is_file():
                yield (
                    f"{self.place(number)}：<{tag[1]}> 没有脚本：写出 {tag[1]}.js，或者改正标签"
                )

    def blame(self, error: Exception) -> str:
        """建这一页的报错，放到它说的那一行上。"""
        clues = re.findall(r"'(.+?)'(?: |$)", str(error))
        return f"{self.project.find(self.path, *clues)}：{error}"

    def parts(self) -> Iterator[tuple[str, str]]:
        """从上到下的 (种类, 文字)：种类是 prose 或围栏的语言，引用都已展开。"""
        lines, expand, start = self.text.splitlines(), self.project.expand, self.start
        for fence in self.fences:
            yield "prose", expand(lines[start : fence.line - 1])
            yield fence.language, expand(lines[fence.line : fence.end - 1])
            start = fence.end
        yield "prose", expand([*lines[start:], "", *self.project.endings])
