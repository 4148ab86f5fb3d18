"""边写边看：从保存到浏览器里看见要多少秒，与原版 Material 在同一次运行里比。

    python tests/benchmarks/serving.py [课数 …]      # 默认是现在的课，和 50 课

每格是五次的中位数，原版是它自己的 `mkdocs serve`。「程序」自己要算约一秒；原版不运行程序。
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import common
from browser import FLAGS, find_browser
from playwright.sync_api import Page, sync_playwright
from scale import replicate

ADDRESS = "127.0.0.1:8123"
SEEN = "text => document.body?.textContent.includes(text)"
STYLED = "n => getComputedStyle(document.body).getPropertyValue('--saved') == n"
PRINTED = '[start:two-biases]\nprint("第", {}, "次保存")\n'
# 看哪一页：改哪个文件，哪几个字，换成什么；{} 是第几次保存。
EDITS = {
    "最长的课": (
        "concepts",
        "docs/concepts.md",
        "读完这一课",
        "第 {} 次保存读完这一课",
    ),
    "短的课": ("errata", "docs/errata.md", "\n# ", "\n第 {} 次保存\n\n# "),
    "记录": (
        "loss-floor",
        "snippets/loss-floor/two_biases.out",
        "[start:two-biases]\n",
        "[start:two-biases]\n第 {} 次保存\n",
    ),
    "样式": ("errata", "docs/assets/extra.css", "\n\n", "\n\nbody {{ --saved: {} }}\n"),
    "程序": (
        "loss-floor",
        "snippets/loss-floor/two_biases.py",
        "[start:two-biases]\n",
        PRINTED,
    ),
}


@contextmanager
def serving(project: Path, *options: str) -> Iterator[None]:
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", ADDRESS]
    log = project.with_suffix(".log")
    with log.open("w") as file:
        how = {"cwd": project, "env": common.variables(project), "stderr": file}
        process = subprocess.Popen([*command, *options], **how)
    while "Serving on" not in log.read_text("utf-8"):
        if process.poll() is not None:
            sys.exit(log.read_text("utf-8"))
        time.sleep(1)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def seconds(tab: Page, project: Path, name: str) -> float:
    """保存五次，从写完文件到浏览器里看见，秒数的中位数。"""
    page, file, old, new = EDITS[name]
    tab.goto(f"http://{ADDRESS}/{page}/")
    path, found = project / file, []
    text = path.read_text("utf-8")
    for number in range(10, 15):
        time.sleep(2)  # 上一次的刷新已经过去
        start = time.perf_counter()
        path.write_text(text.replace(old, new.format(number), 1), "utf-8")
        if name == "样式":
            tab.wait_for_function(STYLED, arg=str(number))
        else:
            tab.wait_for_function(SEEN, arg=f"第 {number} 次保存")
        found.append(time.perf_counter() - start)
    path.write_text(text, "utf-8")
    return median(found)


def measure(count: int, tab: Page) -> None:
    with TemporaryDirectory() as temporary:
        ours = common.copied(Path(temporary, "ours"))
        total = replicate(ours, count)
        theirs = common.copied(Path(temporary, "theirs"))
        replicate(theirs, count)
        common.make_stock(theirs, "\nextra_css: [assets/extra.css]\n")
        for title, project in {"我们的": ours, "原版": theirs}.items():
            names = [n for n in EDITS if n != "程序" or project == ours]
            # 原版的 --dirty 只看页面的修改时间，记录变了不重建。
            with serving(project, *["--dirty"] * (project == ours)):
                cells = [f"{n} {seconds(tab, project, n):.2f}" for n in names]
            print(f"{total} 课，{title}：{'，'.join(cells)}", flush=True)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for count in map(int, sys.argv[1:] or (1, 50)):
            tab = browser.new_page()
            tab.set_default_timeout(120_000)  # 原版在 50 课时超过 30 秒
            measure(count, tab)
