"""课多了以后要多久、多大：用真实的课复制出 N 课，与原版 Material 在同一次运行里比。

    python tests/benchmarks/scale.py [课数 …]      # 默认 100 250 500

每份的课名不同，它们之间的链接与引用一起改；mkdocs.yml 是真的那一份，只换 nav。
"""

import gzip
import math
import re
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import common

from rnn_notes.lesson import Project


def replicate(project: Path, count: int) -> int:
    """把 `project` 里的课复制到至少 `count` 课，得到实际的课数。"""
    lessons = [page.path.stem for page in Project(project).course]
    # 课名后面是目录或后缀才是引用；同样的英文词不动。
    reference = re.compile(rf"(?<![\w-])({'|'.join(lessons)})(?=/|\.md\b)")
    copies, added = math.ceil(count / len(lessons)), ""
    for number in range(2, copies + 1):
        added += f"  - 第 {number} 份:\n"
        for name in lessons:
            copy = f"{name}-{number:03}"
            added += f"      - {copy}.md\n"
            text = (project / f"docs/{name}.md").read_text("utf-8")
            text = reference.sub(rf"\1-{number:03}", text)
            text = re.sub(r"(?m)^(# .+)$", rf"\1 {number:03}", text, count=1)
            (project / f"docs/{copy}.md").write_text(text, "utf-8")
            shutil.copytree(project / "snippets" / name, project / "snippets" / copy)
    config = (project / "mkdocs.yml").read_text("utf-8")
    config = config.replace("  - 附录:\n", f"{added}  - 附录:\n")
    (project / "mkdocs.yml").write_text(config, "utf-8")
    return copies * len(lessons)


def measure(count: int) -> dict[str, float]:
    with TemporaryDirectory() as temporary:
        ours = common.copied(Path(temporary, "ours"))
        row = {"课数": replicate(ours, count)}
        theirs = shutil.copytree(ours, ours.with_name("theirs"))
        common.make_stock(theirs)
        for name, project in {"": ours, "原版": theirs}.items():
            row[f"{name}建站 s"], row[f"{name}峰值内存 MB"] = common.build(project)
            index = (project / "site/search/search_index.json").read_bytes()
            row[f"{name}搜索索引 KB"] = len(index) / 1000
            row[f"{name}搜索索引 gzip KB"] = len(gzip.compress(index)) / 1000
        collect = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n0"]
        row["收集测试 s"], _ = common.measured(collect, ours)
    return row


if __name__ == "__main__":
    rows = [measure(int(argument)) for argument in sys.argv[1:] or (100, 250, 500)]
    for name, first in rows[0].items():
        # 线性：每课的量不随课数变大。
        ratios = (r[name] / r["课数"] / (first / rows[0]["课数"]) for r in rows)
        cells = zip((row[name] for row in rows), ratios, strict=True)
        print("".join(f"{n:12.2f} ×{ratio:4.2f}" for n, ratio in cells), f" {name}")
