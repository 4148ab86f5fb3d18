"""把 Matplotlib 画的图存成能放进页面的 SVG：文字是文字，颜色跟着深浅两色变。

程序算出数据、画好图，最后调用一次 `save`；SVG 写在程序旁边，与记录一起提交。
"""

import io
import re
import warnings
from pathlib import Path
from xml.sax.saxutils import escape

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

# 画图时用的颜色 → docs/assets/figures.css 里的变量。
INK = "#1f2328"
COLORS = {
    INK: "--fig-ink",
    "#d0d7de": "--plot-grid",
    "#1565c0": "--plot-1",
    "#c62828": "--plot-2",
    "#2e7d32": "--plot-3",
    "#7b1fa2": "--plot-4",
    "#a15c00": "--plot-5",
}
STYLE = {
    "axes.edgecolor": INK,
    "axes.grid": True,
    "axes.labelcolor": INK,
    "axes.prop_cycle": mpl.cycler(color=[*COLORS][2:]),
    "axes.spines.right": False,
    "axes.spines.top": False,
    "font.size": 12,
    "grid.color": "#d0d7de",
    "legend.frameon": False,
    "legend.labelcolor": INK,
    "savefig.transparent": True,
    "svg.fonttype": "none",
    "svg.hashsalt": "rnn_notes",
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


def new_figure(width: float = 5.6, height: float = 3.4) -> tuple[Figure, Axes]:
    """一张空图和它的坐标轴；宽、高以英寸计，默认的宽度在手机上也看得清。"""
    mpl.rcParams.update(STYLE)
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.add_subplot()


def save(figure: Figure, program: str, title: str, description: str) -> None:
    """把图存成与 `program`（传 `__file__`）同名的 .svg。

    `title` 是图的名字，`description` 把图读给看不见的人听：有哪些线、结论是什么。
    """
    path = Path(program).with_suffix(".svg")
    buffer = io.StringIO()
    # Matplotlib 自带的字体没有汉字；图里的文字由浏览器的字体显示，与它无关。
    with warnings.catch_warnings(action="ignore"):
        figure.savefig(buffer, format="svg", metadata={"Date": None})
    path.write_text(
        inline(buffer.getvalue(), path.stem, title, description),
        encoding="utf-8",
        newline="\n",
    )


def inline(svg: str, name: str, title: str, description: str) -> str:
    """去掉独立文件才要的开头，加上文字说明，颜色和字体交给网页的样式。"""
    body = svg[svg.index(">", svg.index("<svg")) + 1 :]
    # 元数据；对全页生效的 <style>；每个文字各写一遍的字体；没有转动的转动；没有人
    # 引用的 id；看不见的底；坐标里小于 0.1 的零头（页面上不到 0.2 像素）。
    body = re.sub(
        r"<metadata>.*?</metadata>|<style.*?</style>", "", body, flags=re.DOTALL
    )
    body = re.sub(r' font-family: [^;"]+;| transform="rotate\(-?0 [^"]+"', "", body)
    body = re.sub(r'<path [^>]+ style="fill: none"/>|<defs>\s*</defs>', "", body)
    used = set(re.findall(r'(?:url\(|href=")#([^)"]+)', body))
    body = re.sub(r' id="([^"]+)"', lambda m: m[0] if m[1] in used else "", body)
    if "<g " not in body:
        body = re.sub(r"</?g>", "", body)  # 没有属性的分组
    body = re.sub(r"<[^>]+>", lambda tag: re.sub(r"(\.\d)\d+", r"\1", tag[0]), body)
    body = re.sub(r'(id="|url\(#|href="#)', rf"\g<1>{name}-", body)
    for color, variable in COLORS.items():
        body = body.replace(color, f"var({variable}, {color})")
    view = re.search(r'viewBox="[^"]+"', svg)[0]
    head = (
        f'<svg class="fig plot" role="img" aria-labelledby="{name}-title {name}-desc" '
        f'{view} data-search-exclude="">\n'
        f'<title id="{name}-title">{escape(title)}</title>\n'
        f'<desc id="{name}-desc">{escape(description)}</desc>'
    )
    # 空行会让 Markdown 以为 HTML 到此为止；路径里的换行只占地方。
    return (
        re.sub(r" *\n\s*(?!<)", " ", re.sub(r"\n\s+", "\n", head + body)).strip() + "\n"
    )
