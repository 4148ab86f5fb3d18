"""建站之前：每课的笔记本、程序、zip，由课文、程序和记录写到 docs/ 下面。

写在 `docs/notebooks/` 和 `docs/snippets/`，不提交；只写变了的，所以实时刷新不会被
自己惊动。哪个工具建站都看得到它们。
"""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from pymdownx.snippets import SnippetMissingError

from rnn_notes.lesson import Page, Project
from rnn_notes.notebook import notebook

FOLDERS = ("notebooks", "snippets")


def address(link: str, home: str, directories: bool) -> str:
    """课文里的链接（别的页的 .md，从 docs/ 算起）在网站上的网址。"""
    path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link).groups()
    if not path.endswith(".md"):
        return link
    name = path.removesuffix(".md")
    if directories:
        return f"{home}{name}/{mark}{rest}".replace("index/", "")
    return f"{home}{name}.html{mark}{rest}"


def header(project: Project, program: Path, url: str, folder: str) -> str:
    """下载的程序开头的注释：从哪里来，还要什么。"""
    lines = [f"# 课文：{url}"] if url.startswith("http") else []
    text = program.read_text("utf-8")
    data = [path for path in project.data(program.parent) if path.name in text]
    for file in [*project.imported(program), *data]:
        lines.append(f"# 要与 {file.name} 放在一起：{folder}{file.name}")
    return "".join(f"{line}\n" for line in lines)


def pack(files: dict[str, bytes]) -> bytes:
    """装进 zip；时间固定，内容相同就一个字节也不差。"""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def take_away(
    lesson: Page, home: str, directories: bool
) -> Iterator[tuple[str, bytes]]:
    """一课要生成的文件：(docs/ 里的路径, 内容)。"""
    project, name = lesson.project, lesson.path.stem

    def to_bytes(here: str, download: str = "") -> bytes:
        made = notebook(lesson, lambda link: address(link, here, directories), download)
        return json.dumps(made, ensure_ascii=False, indent=1).encode()

    # 笔记本页在网站上的位置与课文不同；下载的笔记本没有位置，链接要写全。
    copy = f"{name}.ipynb" if directories else f"{name}/{name}.ipynb"
    yield f"notebooks/{name}.ipynb", to_bytes("../../" if directories else "../", copy)
    yield f"notebooks/{name}/{name}.ipynb", to_bytes(home or "../../")
    url = address(f"{name}.md", home, directories)
    files = {}
    for program in lesson.programs:
        top = header(project, program, url, f"{home}snippets/{name}/")
        files[program.name] = top.encode() + program.read_bytes()
    for path in project.data(lesson.folder):
        files[path.name] = path.read_bytes()
    for file, content in files.items():
        yield f"snippets/{name}/{file}", content
    for record in sorted(lesson.folder.glob("*.out")):
        text = project.without_markers(record.read_text("utf-8"))
        files[record.name] = text.encode()
    archive = pack({f"{name}/{file}": content for file, content in files.items()})
    yield f"snippets/{name}.zip", archive


def prepare(project: Project, home: str = "", directories: bool = True) -> None:
    """写好全部要带走的文件，删掉不再有的。

    `home` 是网站的网址，末尾带斜杠；`directories` 是每页一个目录（`概念/`）还是一个
    文件（`概念.html`）。
    """
    written = set()
    for lesson in project.lessons:
        made = []
        # 引用错了，建课文时会说出是哪一页、哪一个。
        with suppress(SnippetMissingError):
            made = [*take_away(lesson, home, directories)]
        for name, content in made:
            path = project.docs / name
            written.add(path)
            if not path.exists() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
    for folder in FOLDERS:
        for path in [*(project.docs / folder).rglob("*")]:
            if path.is_file() and path not in written:
                path.unlink()
