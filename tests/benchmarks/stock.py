"""「原版 Material」：同样的文字，去掉本项目的构建扩展、模板和样式。"""

import re
import shutil
from pathlib import Path


def plain(config: str) -> str:
    """mkdocs.yml 的内容，只留下原版 Material 也有的部分。"""
    for key in ("hooks", "extra_css", "extra_javascript"):
        config = re.sub(rf"^{key}:\n(?:  .*\n)+", "", config, flags=re.MULTILINE)
    # 本项目的 Markdown 扩展，和不是 Material 带来的笔记本插件。
    config = re.sub(
        r"^  (?:- rnn_notes\.|(?:- )?mkdocs-jupyter).*\n(?:    .*\n)*",
        "",
        config,
        flags=re.MULTILINE,
    )
    return re.sub(
        r"^.*(?:rnn_notes|robots\.txt|static_templates).*\n",
        "",
        config,
        flags=re.MULTILINE,
    )


def stock(source: Path, folder: Path) -> Path:
    """把项目 `source` 的文字抄到 `folder`，配置换成原版的。"""
    for name in ("docs", "snippets"):
        shutil.copytree(source / name, folder / name)
    config = plain((source / "mkdocs.yml").read_text("utf-8"))
    (folder / "mkdocs.yml").write_text(config, "utf-8")
    return folder
