"""带走一课：笔记本（在线看、下载）、单独就能运行的程序、全部程序的 zip。

课是有同名程序目录的页面。这些都在建站时由课文、程序和记录生成，不提交。
"""

import io
import json
import re
import zipfile
from contextlib import suppress
from copy import copy
from html import unescape
from itertools import chain
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import mkdocs_jupyter.config
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.meta import get_data
from pymdownx.snippets import (
    SnippetExtension,
    SnippetMissingError,
    SnippetPreprocessor,
)

from rnn_notes.notebook import PICTURE, drawing, notebook
from rnn_notes.standalone import standalone

NOTEBOOKS, PROGRAMS = "notebooks", "snippets"
# 别的文件是程序要读的数据。
NOT_DATA = {".py", ".out", ".svg"}
HEADING = re.compile(r'^<a id="([\w-]+)"></a>\n\n(#+ .*)$', re.MULTILINE)
TITLE = re.compile(r"^# .*$", re.MULTILINE)
FILENAME = re.compile(rf'(?<=<span class="filename">)({PROGRAMS}/[^<]+)(?=</span>)')

folder = TemporaryDirectory(prefix="rnn-notes-")
# mkdocs-jupyter 没有选模板的配置项。
mkdocs_jupyter.config.settings.templates_dir = str(Path(__file__).with_name("jupyter"))


def programs_of(file: File, config: MkDocsConfig) -> Path | None:
    """一课的程序目录；不是课的页面是 None，首页也不是课。"""
    snippets = Path(config.mdx_configs["pymdownx.snippets"]["base_path"][0])
    path = snippets / PurePosixPath(file.src_uri).stem
    return path if path.is_dir() and file.src_uri != "index.md" else None


def notebook_of(file: File, files: Files) -> File | None:
    return files.get_file_from_path(f"{NOTEBOOKS}/{file.name}.ipynb")


def is_notebook(file: File) -> bool:
    return file.src_uri.startswith(f"{NOTEBOOKS}/")


def lesson_of(file: File, files: Files) -> File | None:
    """笔记本页是哪一课的；不是笔记本页是 None。"""
    return files.get_file_from_path(f"{file.name}.md") if is_notebook(file) else None


def base(config: MkDocsConfig) -> str:
    """笔记本里的链接从这里算起；离线包没有网址，从笔记本所在的目录算起。"""
    return config.site_url or "../"


def write_notebook(
    file: File, data: list[Path], files: Files, config: MkDocsConfig
) -> File:
    """写出一课的笔记本；mkdocs-jupyter 只认磁盘上的文件。"""

    def address(target: str) -> str:
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", target).groups()
        linked = files.get_file_from_path(path) if path else file
        # 不存在的原样留着，建课文时会说。
        return f"{base(config)}{linked.url}{mark}{rest}" if linked else target

    text, _ = get_data(file.content_string)
    options = SnippetExtension(**config.mdx_configs["pymdownx.snippets"]).getConfigs()
    lines = SnippetPreprocessor(options, Markdown()).run(text.splitlines())
    made = notebook("\n".join(lines), file.name, address, data)
    name = f"{NOTEBOOKS}/{file.name}.ipynb"
    path = Path(folder.name, name)
    path.parent.mkdir(exist_ok=True)
    text = json.dumps(made, ensure_ascii=False, indent=1)
    path.write_text(text, "utf-8", newline="\n")
    return File(name, folder.name, config.site_dir, config.use_directory_urls)


def header(program: str, url: str, data: list[Path]) -> str:
    """下载的程序开头的注释：从哪里来，还要什么。"""
    lines = [f"# 课文：{url}"] if url.startswith("http") else []
    for file in data:
        if file.name in program:
            address = f"{url}../{PROGRAMS}/{file.parent.name}/{file.name}"
            lines.append(f"# 要与 {file.name} 放在一起：{address}")
    return "".join(f"{line}\n" for line in lines)


def pack(paths: list[Path]) -> bytes:
    """装进 zip，都在一个目录里；时间固定，内容相同就一个字节也不差。"""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in paths:
            entry = zipfile.ZipInfo(f"{path.parent.name}/{path.name}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    return buffer.getvalue()


@event_priority(100)  # 在 mkdocs-jupyter 认出笔记本之前
def on_files(files: Files, config: MkDocsConfig) -> Files:
    lessons = {
        file: path
        for file in files.documentation_pages()
        if (path := programs_of(file, config))
    }
    originals = {path: sorted(path.glob("*.py")) for path in lessons.values()}
    made = standalone([*chain(*originals.values())], Path(folder.name, PROGRAMS))
    for file, programs in lessons.items():
        mine = [made[program] for program in originals[programs]]
        others = sorted(p for p in programs.iterdir() if p.suffix != ".py")
        data = [p for p in others if p.suffix not in NOT_DATA]
        # 引用错了，建课文时会说出是哪一页、哪一个。
        with suppress(SnippetMissingError):
            files.append(write_notebook(file, data, files, config))
        for program in mine:
            text = program.read_text("utf-8")
            top = header(text, f"{config.site_url or ''}{file.url}", data)
            program.write_text(top + text, "utf-8", newline="\n")
        for path in mine + data:
            name = f"{PROGRAMS}/{programs.name}/{path.name}"
            files.append(File.generated(config, name, abs_src_path=str(path)))
        archive = pack(mine + [p for p in others if p.suffix != ".svg"])
        name = f"{PROGRAMS}/{programs.name}.zip"
        files.append(File.generated(config, name, content=archive))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files):
    if lesson := lesson_of(page.file, files):
        page.edit_url = None
        page.canonical_url = lesson.page.canonical_url  # 搜索引擎也只收课文
        page.meta = {
            "title": f"{lesson.page.title}（笔记本）",
            "description": f"「{lesson.page.title}」一课的笔记本，可以下载到 Jupyter 里运行。",
            "search": {"exclude": True},  # 搜索只通向课文
        }


def render_notebook(text: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """mkdocs-jupyter 按我们的模板给出转义过的 Markdown，末尾是用不着的样式。"""
    text = unescape(text.rpartition("<style>")[0])
    text = PICTURE.sub(lambda m: f'<div class="diagram">\n{drawing(m)}\n</div>', text)
    text = HEADING.sub(r"\2 { #\1 }", text)

    def source(match: re.Match) -> str:
        name = match[1].strip("./").removesuffix(".html") or "index"
        found = files.get_file_from_path(f"{name}.md")
        return f"../{found.src_uri}" if found else match[0]

    # 指向本站的写回源文件的路径，由 MkDocs 检查、换成相对网址。
    here = re.escape(base(config))
    text = re.sub(rf"(?<=\]\(){here}([^)?#]*)(?=[)?#])", source, text)
    download = f'<a href="{page.file.name}.ipynb" download>下载这个笔记本（.ipynb）</a>'
    page.markdown = TITLE.sub(rf"\g<0>\n\n{download}", text, count=1)
    plain = copy(config)
    plain.data = {
        **config.data,
        "markdown_extensions": [
            name for name in config.markdown_extensions if name != "rnn_notes.glossary"
        ],
    }
    Page.render(page, plain, files)
    return page.content


def take_away(html: str, page: Page, lesson_notebook: File) -> str:
    """课文里的下载：代码块上面的文件名，末尾的笔记本与 zip。"""

    def to(path: str) -> str:
        return get_relative_url(path, page.url)

    html = FILENAME.sub(lambda m: f'<a href="{to(m[1])}" download>{m[1]}</a>', html)
    viewed, name = lesson_notebook.url, f"{page.file.name}.ipynb"
    saved = PurePosixPath(lesson_notebook.dest_uri).with_name(name).as_posix()
    archive = f"{PROGRAMS}/{page.file.name}.zip"
    return (
        f'{html}\n<p class="take-away">带走这一课：<a href="{to(viewed)}">笔记本</a>'
        f'（<a href="{to(saved)}" download>下载 .ipynb</a>），'
        f'<a href="{to(archive)}" download>全部程序（.zip）</a>。'
        "单个程序点代码块上面的文件名下载。</p>"
    )


@event_priority(50)  # 别的钩子要看到排好的笔记本
def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    if lesson_of(page.file, files):
        return render_notebook(html, page, config, files)
    if found := notebook_of(page.file, files):
        return take_away(html, page, found)
    return html


def on_template_context(context: dict, template_name: str, config: MkDocsConfig):
    context["pages"] = [file for file in context["pages"] if not is_notebook(file)]
    return context
