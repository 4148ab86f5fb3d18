"""把 Matplotlib 存的 SVG 变成能放进页面的：文字是文字，颜色跟着深浅两色变。"""

import re

# 画图时用的颜色（matplotlibrc）→ docs/assets/figures.css 里的变量。
COLORS = {
    "#1f2328": "--fig-ink",
    "#d0d7de": "--plot-grid",
    "#1565c0": "--plot-1",
    "#c62828": "--plot-2",
    "#2e7d32": "--plot-3",
    "#7b1fa2": "--plot-4",
    "#a15c00": "--plot-5",
}


def themed(svg: str, name: str) -> str:
    """去掉独立文件才要的开头，写上文字说明，颜色和字体交给网页的样式。"""
    title = re.search("<dc:title>(.*?)</dc:title>", svg, re.DOTALL)
    words = re.search("<dc:description>(.*?)</dc:description>", svg, re.DOTALL)
    if not title or not words:
        example = 'metadata={"Title": …, "Description": …}'
        raise ValueError(f"图要有名字和文字说明：savefig 里写 {example}")
    body = svg[svg.index(">", svg.index("<svg")) + 1 :]
    # 元数据、名字（写在下面）；对全页生效的 <style>；每个文字各写一遍的字体；没有转动的转动；没有人
    # 引用的 id；看不见的底；坐标里小于 0.1 的零头（页面上不到 0.2 像素）。
    body = re.sub(r"<(metadata|title|style)\b.*?</\1>", "", body, flags=re.DOTALL)
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
        f'<title id="{name}-title">{title[1].strip()}</title>\n'
        f'<desc id="{name}-desc">{words[1].strip()}</desc>'
    )
    # 空行会让 Markdown 以为 HTML 到此为止；路径里的换行只占地方。
    text = re.sub(r"\n\s+", "\n", head + body)
    return re.sub(r" *\n\s*(?!<)", " ", text).strip() + "\n"
