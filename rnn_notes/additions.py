"""Markdown 扩展：课文里作者不用写的：程序的路径与下载，整课的下载，练习的锚点与框。

页面里写的是引用，路径已经在里面。链接是普通的 Markdown 链接，由建站的工具检查；`prepare`
还没有生成要下载的文件，就只写路径。练习在一个框里，样式才能把答案排到课末。
"""

import re
from pathlib import Path

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor

from rnn_notes.lesson import EXERCISE, INCLUDE

# 与 pymdownx.snippets 的 base_path 一样，从项目根目录算起。
DOCS = Path("docs")
TAKE_AWAY = """
带走这一课：[笔记本](notebooks/{0}.ipynb)（{1}），{2}，单个程序点文件名{3}。
{{ .take-away }}
"""
EXERCISES = re.compile(r"(?ms)(?<=^## 练习 \{ #exercises \}$).+")
BOX = r'\n\n<div class="exercises" markdown>\n\g<0>\n</div>'


class AdditionPreprocessor(Preprocessor):
    made = True

    def link(self, text: str, path: str) -> str:
        if not self.made or not (DOCS / path).exists():
            return text
        return f'[{text}]({path}){{ download="{Path(path).name}" }}'

    def run(self, lines: list[str]) -> list[str]:
        text = EXERCISE.sub(r"\g<0>{ #exercise-\1 }", "\n".join(lines))
        lines = EXERCISES.sub(BOX, text).splitlines()
        found, lesson = [], None
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            include = line.startswith("```python") and INCLUDE.match(following)
            if include:
                path = f"snippets/{include['path']}"
                lesson = lesson or include["path"].partition("/")[0]
                found += ["", self.link(path, path), "{ .filename }", ""]
            found.append(line)
        if lesson and not self.made:
            found += ["", "带走这一课：笔记本与下载，边写边看的时候不生成。"]
        elif lesson and (DOCS / f"notebooks/{lesson}.ipynb").exists():
            notebook = self.link("下载 .ipynb", f"notebooks/{lesson}/{lesson}.ipynb")
            how = "；[怎样运行](installation.md)" * (DOCS / "installation.md").exists()
            programs = self.link("全部程序（.zip）", f"snippets/{lesson}.zip")
            found += TAKE_AWAY.format(lesson, notebook, programs, how).splitlines()
        return found


def makeExtension(made: bool = True) -> Extension:
    """`made`：要下载的文件是否生成了；边写边看的时候没有。"""
    extension = Extension()

    def register(md: Markdown) -> None:
        # 优先级 33：在展开引用的 pymdownx.snippets（32）之前。
        preprocessor = AdditionPreprocessor(md)
        preprocessor.made = made
        md.preprocessors.register(preprocessor, "rnn-notes-additions", 33)

    extension.extendMarkdown = register
    return extension
