"""建站的最后一步，从建成的目录到能发布的目录，不管是谁建的：

1. 各样式表合成一个，网站用不到的规则去掉，数学字体嵌在里面；
2. 照 patches.toml 改 Material 的页面和脚本；
3. 没有页面用到的文件不发布；
4. 每页写上内容安全策略（CSP），只许页页都有的内联脚本：主题与模板放上的。
"""

import base64
import hashlib
import re
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

from rnn_notes.math_font import cut, needed

PATCHES = tomllib.loads(Path(__file__).with_name("patches.toml").read_text("utf-8"))[
    "patch"
]
SHEET = re.compile(r'\s*<link rel="stylesheet" href="([^"]*?)(assets/[^"]+\.css)">')
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
BASE = re.compile(r'(?<=new URL\(")[^"]*')  # 从这一页到网站的根，各页不同
SOURCE_MAP = re.compile(r"\n//# sourceMappingURL=\S+")
MATERIAL = "mkdocs-material-"  # 生成器的名字里有它
CHARSET = '<meta charset="utf-8">'
# block 让公式等它；写 optional，Chromium 第一次打开从来不用它。
FONT_FACE = (
    '@font-face{{font-display:block;font-family:"Notes Math";'
    "src:url(data:font/woff2;base64,{})}}"
)
# 名字、标点、运算符与文字同色，不必各包一个标签：最重的页少传 3.7 KB。
PLAIN_TOKEN = re.compile(
    r'<span class="(?:n|w|p|o|ow|kc|fm|sa|si|nn|bp)">([^<]*)</span>'
)
# 图里只占地方的：路径里字母两边的空格，颜色的后备（单独打开图时才要）。
SPARE = re.compile(r'(?<= d=")[^"]+|(?<=var\(--)((?:fig|plot)-[\w-]+), #\w+')
SPACE = re.compile(" ?([A-Za-z]) ?")
POINT = r"-?\d+(?:\.\d)? -?\d+(?:\.\d)?"
LINE = re.compile(rf"M{POINT}(?:L{POINT})+z?")
# 脚本里占一行以上的注释。
COMMENT = re.compile(r"^ *(?://.*|/\*\*(?:(?!\*/)[^`])*\*/)\n", re.MULTILINE)
# 模板里的缩进；代码与脚本里的不动。
INDENT = re.compile(r"(<(pre|script)\b.*?</\2>)|\n\s+", re.DOTALL)
WORD = re.compile(r"[\w-]+")
RULE = re.compile(r"([^{}@]+)(\{[^{}]*\})")
COMMA = re.compile(r",(?![^(]*\))")
# 选择器里的类名与属性的值；:not()、:is() 里的有没有都行。
NAMES = re.compile(
    r":[\w-]+\((?:[^()]|\([^)]*\))*\)|(?:\.|\[[\w-]+=[\"']?)([a-z][\w-]*)"
)
# 超过 25 行的代码块后面放一个「展开」，code.css 在窄屏上画它。
LONG = re.compile(r"<pre><span></span><code>(?:(?!</code>).*\n){26,}</code></pre>")
MORE = r'\g<0><input aria-label="展开全部代码" class="more" type="checkbox">'
# 合并之前的样式表，源码映射，用不到的图标，别的语言的搜索插件（中文只取两个）。
UNUSED = [
    *("assets/stylesheets/**/*", "assets/**/*.map", "assets/images/favicon.png"),
    *("assets/javascripts/lunr/*.js", "assets/javascripts/lunr/min/*"),
]
CHINESE = {"lunr.stemmer.support.min.js", "lunr.zh.min.js"}
# style 属性是公式和表格用的；data: 是样式表里的图标和字体。
POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; "
    "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


def digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def named(stem: str, suffix: str, text: str) -> str:
    """名字随内容变，浏览器可以一直留着旧的，不会拿它配新的页面。"""
    return f"{stem}.{digest(text).hex()[:8]}{suffix}"


def inline_scripts(html: str) -> dict[str, str]:
    """一页的内联脚本：不管这一页在哪里的写法 → 原样。"""
    return {BASE.sub("", script): script for script in INLINE_SCRIPT.findall(html)}


def policy(html: str, known: set[str]) -> str:
    """写着 CSP 的 meta 标签：内联脚本只许 `known` 里的，写在一页课文里的不在其中。"""
    scripts = (digest(s) for name, s in inline_scripts(html).items() if name in known)
    hashes = " ".join(f"'sha256-{base64.b64encode(s).decode()}'" for s in scripts)
    content = POLICY.format(hashes=hashes)
    return f'<meta http-equiv="Content-Security-Policy" content="{content}">'


def shortened(path: str) -> str:
    """图里的路径：不要空格；折线写成相对坐标，数短，曲线多的页少传 1.7 KB。"""
    path = SPACE.sub(r"\1", path).strip()
    if not LINE.fullmatch(path):
        return path
    points = [complex(*map(float, p.split())) for p in re.findall(POINT, path)]
    steps = [points[0], *(b - a for a, b in pairwise(points))]
    first, *rest = [f"{round(s.real, 1):g} {round(s.imag, 1):g}" for s in steps]
    return f"M{first}l{' '.join(rest)}{'z' * path.endswith('z')}".replace(" -", "-")


def patched(text: str, file: Path, without: str = "") -> str:
    """`file` 的内容 `text` 改过之后的；`without` 那一条不改。

    Raises:
        SystemExit: Material 升级了，要改的地方不是恰好一处。
    """
    for patch in PATCHES:
        if not file.match(patch["file"]) or patch["name"] == without:
            continue
        text, count = re.subn(patch["wrong"], patch["right"], text)
        if count > 1 or count < (file.suffix == ".js"):
            sys.exit(
                f"{file.name} 里要有恰好一处 {patch['wrong']}，现在有 {count} 处：Material"
                f" 变了。先去掉 rnn_notes/patches.toml 里的「{patch['name']}」，运行 "
                "tests/reader/test_patches.py：不再需要就删掉，还需要就照新版本改。"
            )
    return text


def purge(css: str, words: set[str]) -> str:
    """去掉永远选不中的选择器：要的类名、属性值不在 `words` 里。最重的页少传 8 KB。"""

    def used(name: str) -> bool:
        return name in words or f"{name.partition('--')[0]}--" in words  # 脚本接上的

    def keep(rule: re.Match) -> str:
        kept = (s for s in COMMA.split(rule[1]) if all(map(used, NAMES.findall(s))))
        return selectors + rule[2] if (selectors := ",".join(kept)) else ""

    return RULE.sub(keep, css)


def merge_sheets(site: Path, pages: list[Path]) -> tuple[str, list[str]]:
    """合成的样式表在网站里的路径，和合进去的各个样式表。"""
    characters, found, words = set(), [], {*WORD.findall(MORE)}
    for page in pages:
        html = page.read_text("utf-8")
        characters |= needed(html)
        words.update(WORD.findall(html))
        found.append([sheet for _, sheet in SHEET.findall(html)])
    # 不是页页都有的、不存在的留在页面里，测试看得到。
    common = [sheet for sheet in found[0] if all(sheet in used for used in found)]
    sheets = [sheet for sheet in common if (site / sheet).exists()]
    css = "".join((site / sheet).read_text("utf-8") for sheet in sheets)
    for script in site.rglob("*.js"):
        words.update(WORD.findall(script.read_text("utf-8")))
    css = purge(css, words - {"rtl"} | {""})  # 没有从右往左写的页面
    css += FONT_FACE.format(base64.b64encode(cut(characters)).decode())
    css = re.sub(r"/\*.*?\*/|\s+", " ", css, flags=re.DOTALL)
    name = named("assets/site", ".css", css := re.sub(" ?([{};,]) ?", r"\1", css))
    (site / name).write_text(css, "utf-8")
    for sheet in sheets:
        (site / sheet).unlink()
    return name, sheets


def patch_scripts(site: Path, rename: bool = True) -> dict[str, str]:
    """改 Material 的脚本；改过的换名字，得到旧名 → 新名。"""
    renamed = {}
    for script in [*(site / "assets/javascripts").rglob("*.min.js")]:
        text = script.read_text("utf-8")
        changed = SOURCE_MAP.sub("", patched(text, script))
        if not rename:
            script.write_text(changed, "utf-8")
        elif changed != text:
            new = named(script.name.partition(".")[0], ".min.js", changed)
            renamed[script.name] = new
            script.with_name(new).write_text(changed, "utf-8")
            script.unlink()
    return renamed


def finish(site: Path, csp: bool = True) -> None:
    """把建成的 `site` 变成能发布的；从磁盘打开的网站用不了 CSP。

    Raises:
        SystemExit: Material 升级后，要改的地方认不出来。
    """
    # 只有 Material 的页面有样式表。页面读几遍，不一起留在内存里。
    pages = [p for p in site.rglob("*.html") if SHEET.search(p.read_text("utf-8"))]
    merged, sheets = merge_sheets(site, pages)
    scripts = ({*inline_scripts(page.read_text("utf-8"))} for page in pages)
    known = set.intersection(*scripts)
    # 别的主题有自己的脚本，没有这些错。
    is_material = MATERIAL in pages[0].read_text("utf-8")
    renamed = patch_scripts(site) if is_material else {}
    for script in {*site.glob("assets/**/*.js")} - {
        *site.glob("assets/javascripts/**/*")
    }:
        script.write_text(COMMENT.sub("", script.read_text("utf-8")), "utf-8")
    for path in pages:
        html = path.read_text("utf-8")
        link = (
            f'</title>\n<link rel="stylesheet" href="{SHEET.search(html)[1]}{merged}">'
        )
        html = SHEET.sub(lambda m: "" if m[2] in sheets else m[0], html)
        html = LONG.sub(MORE, PLAIN_TOKEN.sub(r"\1", html.replace("</title>", link, 1)))
        html = INDENT.sub(lambda m: m[1] or "\n", html)
        html = SPARE.sub(lambda m: m[1] or shortened(m[0]), html)
        html = patched(html, path) if is_material else html
        for old, new in renamed.items():
            html = html.replace(old, new)
        if csp:
            html = html.replace(CHARSET, CHARSET + policy(html, known), 1)
        path.write_text(html, "utf-8")
    # 只有离线包要 iframe-worker.js。
    unused = UNUSED if "iframe-worker.js" in html else [*UNUSED, "assets/iframe-*.js"]
    for path in {file for pattern in unused for file in site.glob(pattern)}:
        if path.is_file() and path.name not in CHINESE:
            path.unlink()


if __name__ == "__main__":
    finish(*map(Path, sys.argv[1:]))
