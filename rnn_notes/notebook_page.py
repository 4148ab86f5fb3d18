"""接上 mkdocs-jupyter：笔记本页由网站自己的 Markdown 扩展排版。

mkdocs-jupyter 没有选模板的选项，自带的模板在每页内联 575 KB 样式、从别的主机取
MathJax。所以换掉它的模板目录，模板里只有一个过滤器：把一个单元变成 HTML，公式、
代码块、深浅两色都与课文相同。`tests/site/test_steps.py` 在它有了这样的选项
时失败。排好的页由它自己的缓存留着，课文不变就不再排。
"""

import hashlib
import re
from pathlib import Path

import mkdocs_jupyter.config
from markdown import Markdown
from mkdocs.config.defaults import MkDocsConfig
from nbconvert.exporters.templateexporter import default_filters

HEADING = re.compile(r'^<a id="([\w-]+)"></a>\n\n(#+ .*)$', re.MULTILINE)
# 笔记本里的引用已经展开、链接已经写全；术语链接和标题的锚点是课文的事。
ONLY_LESSONS = {
    *("rnn_notes.glossary", "rnn_notes.additions"),
    *("pymdownx.snippets", "toc"),
}


def install(config: MkDocsConfig) -> None:
    names = [n for n in config.markdown_extensions if n not in ONLY_LESSONS]
    markdown = Markdown(extensions=names, extension_configs=config.mdx_configs)

    def site_html(text: str) -> str:
        return markdown.reset().convert(HEADING.sub(r"\2 { #\1 }", text))

    default_filters["site_html"] = site_html
    folder = Path(__file__).parent
    mkdocs_jupyter.config.settings.templates_dir = str(folder / "jupyter")
    # 缓存的键里有笔记本和选项，没有我们的扩展；theme 只有自带的模板看，用它记下来。
    ours = b"".join(path.read_bytes() for path in sorted(folder.rglob("*.[pj]*")))
    config.plugins["mkdocs-jupyter"].config["theme"] = hashlib.sha256(ours).hexdigest()
