"""`new` 与 `rename`：新的一课一写出来就能通过检查；改名连同程序、目录与链接，旧网址转到新的。"""

import re
import sys

from rnn_notes.__main__ import ROOT
from rnn_notes.publish import run

PLACES = [("docs", ".md"), ("snippets", "")]
NAME = re.compile("[a-z][a-z0-9-]*")
PAGE = """\
---
description: {title}。
introduces: []
---

# {title}

读完这一课，你能回答：……

## 从一个例子开始 {{ #first }}

先写读者会问的问题，再看程序怎样回答：

```python
--8<-- "{name}/first.py:first"
```

```text
--8<-- "{name}/first.out:first"
```

再说为什么是这个结果。
"""
PROGRAM = '''\
"""{title}：第一个程序。"""

# --8<-- [start:first]
values = [1, 2, 3]
print(f"和是 {{sum(values)}}")
# --8<-- [end:first]
'''


def refuse(message: str) -> None:
    sys.exit(f"{message}。")


def new(name: str, title: str) -> None:
    """写出一课的页面、一个程序、目录里的一行，运行一遍，记下输出。"""
    page, folder = ROOT / f"docs/{name}.md", ROOT / f"snippets/{name}"
    if not NAME.fullmatch(name):
        refuse(f"课名「{name}」要用小写英文字母、数字和连字符：它就是网址")
    if page.exists() or folder.exists():
        refuse(
            f"已经有「{name}」：换一个名字，或者先删掉 docs/{name}.md 和 snippets/{name}/"
        )
    folder.mkdir()
    page.write_text(PAGE.format(name=name, title=title), "utf-8", newline="\n")
    program = PROGRAM.format(title=title)
    (folder / "first.py").write_text(program, "utf-8", newline="\n")
    config = ROOT / "mkdocs.yml"
    text = config.read_text("utf-8")
    # 附录之前，那一组的末尾。
    line = f"      - {title}: {name}.md\n"
    config.write_text(re.sub(r"(?m)^(?=  - 附录:)", line, text), "utf-8", newline="\n")
    run("pytest", "-q", "--record", "-n0", "tests/lessons/test_programs.py", "-k", name)
    print(f"写好了 docs/{name}.md 和 snippets/{name}/，目录里加了一行。")


def rename(old: str, new: str) -> None:
    """`old` 一课改名为 `new`：页面、程序、目录、各页的链接；旧的网址转到新的。"""
    moves = {ROOT / f"{a}/{old}{b}": ROOT / f"{a}/{new}{b}" for a, b in PLACES}
    if not all(path.exists() for path in moves):
        refuse(f"没有「{old}」这一课")
    if not NAME.fullmatch(new) or any(path.exists() for path in moves.values()):
        refuse(f"不能改名为「{new}」：要用小写英文字母、数字和连字符，还没有人用")
    for path, target in moves.items():
        path.rename(target)
    config = ROOT / "mkdocs.yml"
    # 链接、目录里的 old.md，引用、命令里的 old/程序.py；别的文字不动。
    named = re.compile(rf"(?<![\w-]){old}(?=\.md\b|/\w+\.(?:py|out|svg|npz)\b)")
    for path in [config, *(ROOT / "docs").glob("*.md")]:
        before = path.read_text("utf-8")
        if (after := named.sub(new, before)) != before:
            path.write_text(after, "utf-8", newline="\n")
    text = config.read_text("utf-8")
    maps = "    redirect_maps:\n"
    text = text.replace(maps, f"{maps}      {old}.md: {new}.md\n")
    config.write_text(text, "utf-8", newline="\n")
    print(f"{old} 改名为 {new}；别处的旧链接转到新的一页。")


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    if len(arguments) != 2:
        refuse('用法：python3 -m rnn_notes new 课名 "标题"，或者 rename 旧课名 新课名')
    {"new": new, "rename": rename}[command](*arguments)
