"""边写边看：`mkdocs serve` 开着的时候，只建变了的页，程序存了就运行。

什么也不写进 `snippets/`：新的输出放在 `.cache/serving/`，排在它前面，页面就显示新的；
与记录不同的，在页面上说出差别，直到作者重新记录，或者把程序改回去。
"""

import hashlib
import re
import shutil
import sys
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from filelock import FileLock
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

from rnn_notes.lesson import INCLUDE, SUFFIXES, Include, Page, Project, programs

CANNOT_RUN = (
    "没有装 PyTorch，不能运行。python3 -m rnn_notes check 会装好，然后重开预览。"
)
PATIENCE = 1  # 秒：还没运行完的程序，页面先显示「正在运行」
INCLUDED = re.compile(r'^--8<-- "([^":]+)', re.MULTILINE)
TOLD = re.compile("^#.*|.*（[A-Za-z].*", re.MULTILINE)
BOX = "\n\n/// admonition | {}\n    type: {}\n\n{}\n///\n"
CODE = "\n~~~ {}\n{}\n~~~\n"


class Preview:
    """一次 `serve`：哪些页已经建好，哪些程序的输出与记录不同。"""

    def __init__(self, root: Path, dirty: bool):
        self.dirty, self.first = dirty, True
        self.overlay = root / ".cache/serving"
        shutil.rmtree(self.overlay, ignore_errors=True)
        self.overlay.mkdir(parents=True)
        self.done = self.overlay / "done"  # 后来运行完的，碰它一下，页面就刷新
        self.done.touch()
        # 重新记录时等它记完，只刷新一次。
        self.recording = FileLock(root / ".cache/record.lock")
        self.can_run = all(map(find_spec, ("torch", "numpy", "matplotlib")))
        sys.path.append(str(root / "tests/support"))  # 运行程序的办法与检查的相同
        self.pool = ThreadPoolExecutor(2)
        if self.can_run:
            self.pool.submit(warm)
        self.server: LiveReloadServer | None = None
        self.built: dict[str, bytes] = {}  # 页面 → 建它时的样子
        self.looks: dict[str, bytes] = {}  # 页面 → 现在的样子
        self.stamps: dict[Path, dict] = {}  # 程序的目录 → 各个文件的修改时间
        self.seen: dict[Path, bytes] = {}  # 程序 → 上次看到的样子
        self.running: dict[Path, Future] = {}
        self.failed: dict[Path, str] = {}

    def refresh(self, project: Project) -> None:
        """运行变了的程序；第一次只看一遍，没有记录的才运行。"""
        self.project = project
        with self.recording:
            if self.server:
                self.server._want_rebuild = False
        for folder in {program.parent for program in project.programs}:
            stamp = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
            if stamp != self.stamps.get(folder):
                self.stamps[folder] = stamp
                self.start(project, programs(folder))
        _, late = wait(self.running.values(), PATIENCE)
        self.running = {p: f for p, f in self.running.items() if f in late}
        for future in late:
            future.add_done_callback(lambda _: self.done.touch())

    def start(self, project: Project, programs: list[Path]) -> None:
        modules = {m for p in programs for m in project.imported(p)}
        for program in programs:
            files = [program, *project.companions(program)]
            look = b"".join(path.read_bytes() for path in files)
            changed = look != self.seen.get(program)
            self.seen[program] = look
            recorded = self.first and program.with_suffix(".out").exists()
            if changed and program not in modules and not recorded:
                self.running[program] = self.pool.submit(self.run, project, program)

    def run(self, project: Project, program: Path) -> None:
        if not self.can_run:
            self.failed[program] = CANNOT_RUN
            return
        from records import run_program

        try:
            result = run_program(project, program)
            error = result.error
        except SyntaxError as problem:
            error = f"{project.name(program, problem.lineno)}：{problem.msg}"
        except ValueError as problem:  # 小节的标记不成对
            error = str(problem)
        self.failed.pop(program, None)
        if error:
            self.failed[program] = error
            return
        place = self.overlay / program.relative_to(project.snippets)
        place.parent.mkdir(exist_ok=True)
        place.with_suffix(".out").write_text(result.stdout, "utf-8", newline="\n")
        if result.figure:
            place.with_suffix(".svg").write_text(result.figure, "utf-8", newline="\n")

    def mark(self, files: Files) -> None:
        """`--dirty` 照修改时间决定建哪些页；这里照内容。"""
        project, pages = self.project, [*files.documentation_pages()]
        shared = [
            p.read_bytes()
            for p in (project.root / "mkdocs.yml", project.docs / "glossary.md")
            if p.exists()
        ]
        shared.append(repr([file.src_uri for file in pages]).encode())
        shared = b"".join(shared)
        # 术语表说每个术语在哪一课、哪一节讲到。
        told = "".join(TOLD.findall("".join(page.text for page in project.pages)))
        for file in pages:
            page = Page(project, Path(file.abs_src_path))
            whole = told.encode() if file.src_uri == "glossary.md" else b""
            self.looks[file.src_uri] = look = self.look(page, shared + whole)
            changed = look != self.built.get(file.src_uri)
            file.is_modified = partial(bool, changed)

    def look(self, page: Page, shared: bytes) -> bytes:
        """建成的一页取决于的一切：文字、引用的文件、程序运行得怎样。"""
        docs, snippets = page.project.docs, page.project.snippets
        places = self.overlay, snippets, docs / "assets", docs
        files = [
            place / name for name in INCLUDED.findall(page.text) for place in places
        ]
        parts = [page.text.encode(), shared]
        parts += [path.read_bytes() for path in files if path.is_file()]
        states = [(p in self.running, self.failed.get(p)) for p in page.programs]
        return hashlib.sha256(b"\0".join([*parts, repr(states).encode()])).digest()

    def annotate(self, path: str, markdown: str) -> str:
        """在程序与输出下面说：正在运行、没有运行完、与记录不同。"""
        page = Page(self.project, Path(path))
        lines, told = markdown.splitlines(), set()
        for fence in page.fences:
            match = INCLUDE.match(fence.body.strip())
            if match and fence.language in SUFFIXES:
                program = page.project.snippets / match["path"]
                include = Include(match["target"], program, match["part"])
                program = program.with_suffix(".py")
                box = self.box(page.project, program, include)
                if box and (program, box) not in told:
                    told.add((program, box))
                    lines[fence.end - page.start - 1] += box
        return "\n".join(lines)

    def box(self, project: Project, program: Path, include: Include) -> str:
        if include.path == program:
            if program in self.running:
                return BOX.format("正在运行", "info", "运行完就显示新的输出。")
            if error := self.failed.get(program):
                said = "下面是上一次记录的输出。" + CODE.format("pytb", error)
                return BOX.format("没有运行完", "failure", said)
            return ""
        from compare import difference

        new = include._replace(
            path=self.overlay / include.path.relative_to(project.snippets)
        )
        old, now = (section(project, i) for i in (include, new))
        if not new.path.exists() or not (diff := difference(old, now, "记录", "现在")):
            return ""
        command = f"`python3 -m rnn_notes record {program.parent.name}`"
        said = f"与记录不同。认可就运行 {command}，不认可就把程序改回去。"
        return BOX.format("还没有记录", "warning", said + CODE.format("diff", diff))


def warm() -> None:
    """先导入 PyTorch：以后每个程序的新进程都从这里分叉，只要几十毫秒。"""
    from runner import Block, run

    run([Block("", Path("warm.py"))])


def section(project: Project, include: Include) -> str:
    """引用的那一段文字；文件或小节还没有时是空串。"""
    try:
        return project.source(include).strip("\n")
    except (OSError, KeyError, ValueError):
        return ""
