"""MkDocs 的钩子：建站之前 `prepare`，之后 `finish`；笔记本页借用课文的标题与目录。

`mkdocs serve` 不做这两步：没有笔记本与下载，只建变了的页（rnn_notes/serving.py）。
"""

import base64
import html as escaping
import logging
import os
import re
import socket
from functools import cache, partial
from pathlib import Path

from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from material.plugins.search.plugin import Parser
from mkdocs.commands import serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from rnn_notes import lesson, math_font, notebook_page
from rnn_notes.finish import FONT_FACE, finish, patch_scripts
from rnn_notes.prepare import prepare
from rnn_notes.serving import Preview

log = logging.getLogger("mkdocs.plugins.rnn_notes")
preview: Preview | None = None  # 边写边看的时候才有
project: lesson.Project | None = None  # 这一次建站读的
bare = False  # 只建课文：没有笔记本与下载，不做最后一步
# 浅克隆里，每一页的日期都会是最近一次提交的；在 CI 里插件还会警告，严格模式就建不成。
shallow = Path(".git/shallow").exists()
ASIDE = ("notebooks/", "snippets/")
FONT = "assets/math.css"
# 搜索的索引里，公式去掉标签是错的数学（∑j≠cepj）：句子里的写成 TeX，独立成行的不写。
FORMULA = re.compile(r'<math(?: data-search-tex="(.*?)")?.*?</math>', re.DOTALL)
Parser.feed = lambda self, html, read=Parser.feed: read(self, FORMULA.sub(r"\1", html))


@cache
def listed(*folders: str, read=FileSystemLoader.list_templates) -> list[str]:
    """主题里的文件，不要一万多个图标：每次重建都要列一遍。"""
    return [name for name in read(FileSystemLoader(folders)) if "/." not in f"/{name}"]


def on_startup(command: str, dirty: bool) -> None:
    global preview, bare
    bare = command == "serve" or "LESSONS_ONLY" in os.environ
    preview = Preview(Path.cwd(), dirty) if command == "serve" else None
    if shallow:
        log.info("这是浅克隆，看不到各页的历史，页面上不写更新日期")
    if preview:
        serve.LiveReloadServer = partial(LiveReloadServer, polling_interval=0.1)
        FileSystemLoader.list_templates = lambda loader: listed(*loader.searchpath)
        # 每次都说一遍的：只建变了的页，别处的链接不一定对。
        logging.getLogger("mkdocs.commands.build").addFilter(
            lambda record: "'dirty' build" not in str(record.msg)
        )


@event_priority(50)  # 在日期插件之前
def on_config(config: MkDocsConfig) -> None:
    if preview and not preview.server:
        address = config.dev_addr
        try:
            socket.create_server((address.host, address.port)).close()
        except OSError:
            free = f"{address.host}:{address.port + 1}"
            raise BuildError(f"{address} 用不了，换一个端口：加上 -a {free}") from None
    if shallow:
        config.plugins["git-revision-date-localized"].config["enabled"] = False
    if bare:
        config.mdx_configs["rnn_notes.additions"] = {"made": False}
        # 读一遍全部页面，占四分之一的时间。边写边看时搜索停在启动时的样子：没有变了的
        # 页时它还会清空索引。
        search = config.plugins["material/search"].config
        search.enabled = bool(preview and (preview.first or not preview.dirty))
    if preview:
        snippets = config.mdx_configs["pymdownx.snippets"]
        snippets["base_path"] = [str(preview.overlay), *snippets["base_path"]]
        config.extra_css.append(FONT)


def on_pre_build(config: MkDocsConfig) -> None:
    global project
    notebook_page.install(config)
    project = lesson.Project(Path(config.config_file_path).parent)
    config.extra["course"] = {page.path.name: page for page in project.course}  # 模板用
    if preview:
        preview.refresh(project)
    elif not bare:
        prepare(project, config.site_url or "", config.use_directory_urls)


def on_files(files: Files, config: MkDocsConfig) -> None:
    # 没有去处的链接，MkDocs 读它时只给出一段回溯。
    for file in [f for f in files if f.abs_src_path]:
        aside = bare and file.src_uri.startswith(ASIDE)
        if aside or not Path(file.abs_src_path).is_file():
            files.remove(file)
    if preview:
        font = base64.b64encode(math_font.SOURCE.read_bytes()).decode()
        files.append(File.generated(config, FONT, content=FONT_FACE.format(font)))
        preview.mark(files)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    env.bytecode_cache = FileSystemBytecodeCache()  # 每次建站都是新的 env


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder) -> None:
    preview.server, server.build_delay = server, 0.05
    server.watch(str(preview.done))


def on_post_build(config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    if preview and (preview.first or not preview.dirty):
        patch_scripts(site, rename=False)
    if preview:
        preview.first = False
    if not bare:
        offline = config.plugins["material/offline"].config.enabled
        finish(site, csp=not offline)


def lesson_of(page: Page, files: Files) -> Page | None:
    """笔记本页是哪一课的；不是笔记本页是 None。"""
    folder, _, name = page.file.src_uri.partition("/")
    file = files.get_file_from_path(name.replace(".ipynb", ".md"))
    return file.page if folder == "notebooks" else None


def render(page: Page, config: MkDocsConfig, files: Files) -> None:
    """排一页；写错了的，说出是哪一行、怎么改：边写边看的时候写在这一页上。"""
    source = lesson.Page(project, Path(page.file.abs_src_path))
    problems = []
    try:
        type(page).render(page, config, files)
    except Exception as error:  # noqa: BLE001 不管哪里错，都说是哪一页
        problems = [*source.mistakes()] or [source.blame(error)]
        if not preview:
            raise BuildError("\n".join(problems)) from None
    if preview and (problems := problems or [*source.without_script()]):
        log.error("\n".join(problems))
        items = "".join(f"<li>{escaping.escape(problem)}</li>" for problem in problems)
        page.content = f"<h1>这一页有错</h1><ul>{items}</ul>"
        page.toc = TableOfContents([])


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files):
    if original := lesson_of(page, files):
        page.edit_url = None
        page.canonical_url = original.canonical_url  # 搜索引擎也只收课文
        page.parent = original  # 面包屑从课文来
        page.meta = {
            "title": f"{original.title}（笔记本）",
            "description": f"「{original.title}」一课的笔记本，可以下载到 Jupyter 里运行。",
            "search": {"exclude": True},  # 搜索只通向课文
        }
        return markdown
    page.render = partial(render, page)
    return preview.annotate(page.file.abs_src_path, markdown) if preview else markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files):
    if original := lesson_of(page, files):
        page.toc = original.toc
        html = html.replace("<h1>", f'<h1 id="{original.toc.items[0].id}">', 1)
        return html.rpartition("<style>")[0]  # mkdocs-jupyter 总要接上的样式
    if not bare:  # 数一遍要把页面再读一遍
        length = lesson.length(BeautifulSoup(html, "html.parser"))
        log.info("%s：看得见的字符 %d 个", page.file.src_uri, length)
    return html


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    if preview:
        preview.built[page.file.src_uri] = preview.looks[page.file.src_uri]
