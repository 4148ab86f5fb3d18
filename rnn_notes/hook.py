"""MkDocs 的钩子：建站之前 `prepare`，之后 `finish`；笔记本页借用课文的标题与目录。

`mkdocs serve` 只在启动时做这两步，边写边刷新的时候不做。
"""

import logging
import re
from pathlib import Path

from material.plugins.search.plugin import Parser
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from rnn_notes import notebook_page
from rnn_notes.finish import finish
from rnn_notes.lesson import Project, length
from rnn_notes.prepare import prepare

log = logging.getLogger("mkdocs.plugins.rnn_notes")
serving = started = False
# 搜索的索引里，公式去掉标签是错的数学（∑j≠cepj）：句子里的写成 TeX，独立成行的不写。
FORMULA = re.compile(r'<math(?: data-search-tex="(.*?)")?.*?</math>', re.DOTALL)
Parser.feed = lambda self, html, read=Parser.feed: read(self, FORMULA.sub(r"\1", html))


def on_startup(command: str, dirty: bool) -> None:
    global serving
    serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    notebook_page.install(config)
    project = Project(Path(config.config_file_path).parent)
    config.extra["course"] = {page.path.name: page for page in project.course}  # 模板用
    if not started:
        prepare(project, config.site_url or "", config.use_directory_urls)


def on_files(files: Files, config: MkDocsConfig) -> None:
    # 没有去处的链接，MkDocs 读它时只给出一段回溯。
    for file in [f for f in files if f.abs_src_path]:
        if not Path(file.abs_src_path).is_file():
            files.remove(file)


def on_post_build(config: MkDocsConfig) -> None:
    global started
    if started:
        return
    started = serving
    offline = config.plugins["material/offline"].config.enabled
    # 实时刷新的脚本是 MkDocs 临时加的，CSP 不认得它。
    finish(Path(config.site_dir), csp=not (serving or offline))


def lesson_of(page: Page, files: Files) -> Page | None:
    """笔记本页是哪一课的；不是笔记本页是 None。"""
    folder, _, name = page.file.src_uri.partition("/")
    lesson = files.get_file_from_path(name.replace(".ipynb", ".md"))
    return lesson.page if folder == "notebooks" else None


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files):
    if lesson := lesson_of(page, files):
        page.edit_url = None
        page.canonical_url = lesson.canonical_url  # 搜索引擎也只收课文
        page.parent = lesson  # 面包屑从课文来
        page.meta = {
            "title": f"{lesson.title}（笔记本）",
            "description": f"「{lesson.title}」一课的笔记本，可以下载到 Jupyter 里运行。",
            "search": {"exclude": True},  # 搜索只通向课文
        }


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files):
    if lesson := lesson_of(page, files):
        page.toc = lesson.toc
        html = html.replace("<h1>", f'<h1 id="{lesson.toc.items[0].id}">', 1)
        return html.rpartition("<style>")[0]  # mkdocs-jupyter 总要接上的样式
    if not serving:  # 数一遍要把页面再读一遍，边写边刷新的时候不数
        log.info("%s：看得见的字符 %d 个", page.file.src_uri, length(html))
    return html
