"""页面里写了 `<rnn-x>`，就要有 `docs/assets/live/rnn-x.js`。

网站上由 `extra.js` 在读者快要看到它时加载。从磁盘打开的网站用不了 ES 模块（浏览器
不许 file:// 的网页加载），所以离线包里把组件和它引用的模块接成一个普通的脚本。
"""

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

FOLDER = "assets/live"
TAG = re.compile(r"<(rnn-[a-z]+)>")
IMPORT = re.compile(r'^import [^;]+ from "\./([\w-]+\.js)";\n', re.MULTILINE)


def collect(script: Path, found: dict[str, str]) -> None:
    """`script` 引用的模块，连同它自己，先被引用的在前。"""
    if script.name in found:
        return
    text = script.read_text("utf-8")
    for name in IMPORT.findall(text):
        collect(script.with_name(name), found)
    found[script.name] = re.sub(
        r"^export ", "", IMPORT.sub("", text), flags=re.MULTILINE
    )


def classic(script: Path) -> str:
    found: dict[str, str] = {}
    collect(script, found)
    return '"use strict";\n{\n' + "".join(found.values()) + "}\n"


def is_offline(config: MkDocsConfig) -> bool:
    return config.plugins["material/offline"].config.enabled


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    for tag in dict.fromkeys(TAG.findall(html)):
        if not files.get_file_from_path(f"{FOLDER}/{tag}.js"):
            raise PluginError(
                f"'{page.file.src_path}' 用到 <{tag}>，docs/{FOLDER}/{tag}.js 不存在"
            )
        if is_offline(config):
            address = get_relative_url(f"{FOLDER}/{tag}.classic.js", page.url)
            html += f'\n<script defer src="{address}"></script>'
    return html


def on_post_build(config: MkDocsConfig) -> None:
    if not is_offline(config):
        return
    for script in Path(config.docs_dir, FOLDER).glob("rnn-*.js"):
        target = Path(config.site_dir, FOLDER, f"{script.stem}.classic.js")
        target.write_text(classic(script), "utf-8")
