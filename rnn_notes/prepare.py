"""建站之前：每课的笔记本、程序、zip，由课文、程序和记录写到 docs/ 下面。

写在 `docs/notebooks/` 和 `docs/snippets/`，不提交；只写变了的，所以实时刷新不会被
自己惊动。哪个工具建站都看得到它们。
"""

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pymdownx.snippets import SnippetMissingError

from rnn_notes.lesson import Page, Project
from rnn_notes.notebook import notebook


def address(link: str, home: str, directories: bool) -> str:
    """课文里的链接（从 docs/ 算起的路径）在网站上的网址。"""
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link).groups()
    if not path.endswith(".md"):
        return home + link
    name = path.removesuffix(".md")
    if not directories:
        return f"{home}{name}.html{mark}{rest}"
    place = "" if name == "index" else f"{name}/"
    return f"{home}{place}{mark}{rest}"


def header(companions: list[Path], url: str, folder: str) -> bytes:
    """下载的程序开头的注释：从哪里来，还要什么。"""
    lines = [f"# 课文：{url}\n"] if url.startswith("http") else []
    for file in companions:
        lines.append(f"# 要与 {file.name} 放在一起：{folder}{file.name}\n")
    return "".join(lines).encode()


def pack(files: dict[str, bytes]) -> bytes:
    """装进 zip；时间固定，内容相同就一个字节也不差。"""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def take_away(
    lesson: Page, home: str, directories: bool
) -> Iterator[tuple[str, bytes]]:
    """一课要生成的文件：(docs/ 里的路径, 内容)。"""
    project, name = lesson.project, lesson.path.stem

    def to_bytes(here: str, copy: str = "") -> bytes:
        made = notebook(lesson, lambda link: address(link, here, directories), copy)
        return json.dumps(made, ensure_ascii=False, indent=1).encode()

    # 笔记本页在网站上的位置与课文不同；下载的笔记本没有位置，链接要写全。
    copy = f"{name}.ipynb" if directories else f"{name}/{name}.ipynb"
    yield f"notebooks/{name}.ipynb", to_bytes("../../" if directories else "../", copy)
    yield f"notebooks/{name}/{name}.ipynb", to_bytes(home or "../../")
    url, folder = address(f"{name}.md", home, directories), f"{home}snippets/{name}/"
    data, files = project.data(lesson.folder), {}
    for program in lesson.programs:
        added = header(project.companions(program), url, folder)
        files[program.name] = added + program.read_bytes()
    files |= {path.name: path.read_bytes() for path in data}
    yield from ((f"snippets/{name}/{file}", content) for file, content in files.items())
    for record in (program.with_suffix(".out") for program in lesson.programs):
        if record.is_file():
            text = project.expand([f'--8<-- "{name}/{record.name}"'])
            files[record.name] = f"{text.rstrip()}\n".encode()
    packed = pack({f"{name}/{file}": content for file, content in files.items()})
    yield f"snippets/{name}.zip", packed


def prepare(project: Project, home: str = "", directories: bool = True) -> None:
    """写好全部要带走的文件，删掉不再有的。

    `home` 是网站的网址，末尾带斜杠；`directories` 是每页一个目录（`概念/`）还是一个
    文件（`概念.html`）。
    """
    made: dict[str, bytes] = {}
    for lesson in project.lessons:
        # 引用错了，建课文时会说出是哪一页、哪一个。
        with suppress(SnippetMissingError):
            made |= [*take_away(lesson, home, directories)]
    for name, content in made.items():
        path = project.docs / name
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for path in [
        p for f in ("notebooks", "snippets") for p in project.docs.glob(f"{f}/**/*")
    ]:
        if not path.is_dir() and path.relative_to(project.docs).as_posix() not in made:
            path.unlink()


if __name__ == "__main__":
    prepare(Project(Path.cwd()), *sys.argv[1:])
