"""给引用程序的代码块加上标题：程序的路径，读者照着它就能运行。

页面里写的是引用，路径已经在里面，作者不用再写一遍。
"""

import re

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

INCLUDE = re.compile(r'--8<-- "([^":]+\.py)[":]')


class TitlePreprocessor(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        for number, line in enumerate(lines[1:]):
            fence = lines[number].startswith("```python")
            if fence and (include := INCLUDE.match(line)):
                lines[number] += f' title="snippets/{include[1]}"'
        return lines


class TitleExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        # 优先级 33：在展开引用的 pymdownx.snippets（32）之前。
        md.preprocessors.register(TitlePreprocessor(md), "rnn-notes-titles", 33)


def makeExtension(**kwargs) -> TitleExtension:
    return TitleExtension(**kwargs)
