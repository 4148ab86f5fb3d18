"""每一页首次打开的请求数、压缩后的字节数与版面移动，和原版 Material 比。

    python benchmarks/page_weight.py [MathJax 的 es5 目录]

「原版」是同样的文字用没有改过的 Material 建成，公式由浏览器里的 MathJax 排；
没有给目录，就用 npm 取 mathjax 3 到临时目录。两边都不用网络字体。
"""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/support"))

from browser import FLAGS, find_browser, page_paths
from playwright.sync_api import sync_playwright
from stock import stock
from weight import serve_compressed, weigh

# Material 文档给出的写法。
MATHJAX = r"""
window.MathJax = {
  tex: {inlineMath: [["\\(", "\\)"]], displayMath: [["\\[", "\\]"]], tags: "ams"},
  options: {ignoreHtmlClass: ".*|", processHtmlClass: "arithmatex"},
};
"""


def build(project: Path, site: Path) -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", site]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, env=environment, check=True)
    return site


def fetch_mathjax(folder: Path) -> Path:
    command = [shutil.which("npm"), "pack", "--silent", "mathjax@3.2.2"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    [archive] = folder.glob("mathjax-*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package/es5"


def with_mathjax(folder: Path, mathjax: Path) -> Path:
    """给原版的副本加上在浏览器里排公式的 MathJax。"""
    shutil.copytree(mathjax, folder / "docs/mathjax")
    (folder / "docs/mathjax/config.js").write_text(MATHJAX, "utf-8")
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(
            "\nextra_javascript: [mathjax/config.js, mathjax/tex-mml-chtml.js]\n"
        )
    return folder


def weigh_all(chromium, site: Path) -> dict:
    with serve_compressed(site) as (url, sent):
        return {page: weigh(chromium, url + page, sent) for page in page_paths(site)}


def main() -> None:
    with TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        mathjax = Path(sys.argv[1]) if sys.argv[1:] else fetch_mathjax(folder)
        original = with_mathjax(stock(ROOT, folder / "stock"), mathjax)
        sites = build(ROOT, folder / "ours"), build(original, folder / "theirs")
        chromium = playwright.chromium.launch(
            executable_path=find_browser(), args=FLAGS
        )
        ours, theirs = (weigh_all(chromium, site) for site in sites)
        chromium.close()
    print(
        f"{'页':<18}{'请求':>4}{'KB':>8}{'CLS':>7} │{'原版请求':>5}{'KB':>8}{'CLS':>7} │ 字节之比"
    )
    for page, a in ours.items():
        b = theirs[page]
        print(
            f"/{page:<18}{a.requests:>5}{a.bytes / 1000:>8.1f}{a.shift:>7.3f} │"
            f"{b.requests:>8}{b.bytes / 1000:>8.1f}{b.shift:>7.3f} │ {a.bytes / b.bytes:.2f}"
        )


if __name__ == "__main__":
    main()
