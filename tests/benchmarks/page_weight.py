"""每一页首次打开的请求数、压缩后的字节数与版面移动（CLS），和原版 Material 比。

    python tests/benchmarks/page_weight.py

原版的公式由浏览器里的 MathJax 排，它用 npm 取到临时目录。两边都不用网络字体。
"""

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import common
from browser import page_paths, serve, weigh

# Material 文档给出的写法。
MATHJAX = r"""
window.MathJax = {
  tex: {inlineMath: [["\\(", "\\)"]], displayMath: [["\\[", "\\]"]], tags: "ams"},
  options: {ignoreHtmlClass: ".*|", processHtmlClass: "arithmatex"},
};
"""


if __name__ == "__main__":
    with TemporaryDirectory() as temporary, common.browser() as chromium:
        folder, weights = Path(temporary), []
        ours = common.copied(folder / "ours")
        theirs = common.stock(ours, folder / "stock")
        command = ["npm", "pack", "--silent", "mathjax@3.2.2"]
        archive = subprocess.check_output(command, cwd=folder, encoding="utf-8").strip()
        shutil.unpack_archive(folder / archive, folder, filter="data")
        shutil.copytree(folder / "package/es5", theirs / "docs/mathjax")
        (theirs / "docs/mathjax/config.js").write_text(MATHJAX, "utf-8")
        with (theirs / "mkdocs.yml").open("a") as config:
            config.write("\nextra_javascript: [mathjax/config.js, ")
            config.write("mathjax/tex-mml-chtml.js]\n")
        for project in (ours, theirs):
            common.build(project)
            site = project / "site"
            with serve(site) as url:
                pages = page_paths(site)
                weights.append({p: weigh(chromium, url, p) for p in pages})
    print("请求、KB、CLS；原版的；字节之比")
    for page, a in weights[0].items():
        # 原版没有笔记本页。
        both = [a, weights[1].get(page, a)]
        for weight in both:
            print(f"{weight.requests:4}{weight.bytes / 1000:7.1f}", end="")
            print(f"{weight.shift:6.3f} │", end="")
        print(f" {a.bytes / both[1].bytes:.2f}  /{page}")
