"""建站的最后一步：一个样式表，搜索用到时才取，写明页面可以加载什么。

只改建成的文件，不改 Material：
1. 各样式表合成一个，去掉整个网站都用不到的规则和变量，公式字体嵌在里面；
2. 页面里去掉缩进，去掉与文字同色的代码记号的标签；
3. 搜索的程序与索引等读者打开搜索时才取；
4. 每页写上内容安全策略（CSP），它列出本页内联脚本的哈希。

Material 升级后脚本里要改的地方若认不出来，建站就失败，说出是哪一处。
"""

import base64
import hashlib
import re
from pathlib import Path

import tinycss2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

SHEET = re.compile(r'\s*<link rel="stylesheet" href="([^"]*?)(assets/[^"]+\.css)">')
FONT = re.compile(r'url\("([^"]+\.woff2)"\)')
TAG = re.compile(r"<[^>]+>")
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
CHARSET = '<meta charset="utf-8">'

# 选择器里的类与 id，括号和方括号里的不看。
BRACKETS = re.compile(r"\([^()]*\)|\[[^\]]*\]")
NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")
# 这几个属性的值只会写在 HTML 里：没有一页写了，选择器就用不到。
FIXED = re.compile(r'\[(dir|data-md-color-\w+)="?([\w-]+)"?\]')
WORD = re.compile(r'(?:dir|data-md-color-\w+)="[\w-]+"|[\w-]+')
# 脚本会给元素加上的类名（都有连字符），和它读写的变量。
MADE = re.compile(r"\w[\w-]*-[\w-]+|--[\w-]+")
# Material 的脚本能造的部件 → 页面用了它才会有的名字；没有，它的样式就用不到。
FEATURES = {
    "md-annotation": "annotate",
    "md-tag": "md-tags",
    "md-version": "mike",
    "tabbed-": "tabbed-set",
}
# 原样保留的元素；别处的缩进和空行只占地方。
VERBATIM = re.compile(r"(<(pre|script)\b.*?</\2>)", re.DOTALL)
INDENT = re.compile(r"\s*\n\s*")
# 名字、标点、运算符与文字同色，不必各包一个标签；字符串里的各段同色，连成一段。
# 这些标签占代码块的三分之一。
PLAIN_TOKEN = re.compile(r'<span class="(?:n|w|p|o|ow|kc|fm|sa)">([^<]*)</span>')
NEXT_STRING = re.compile(r'</span><span class="s[12i]">')
STRINGS = re.compile(rf'(<span class="s[12i]">[^<]*)((?:{NEXT_STRING.pattern}[^<]*)+)')

# Material 的脚本一打开页面就取搜索的程序和索引（70 KB）。从磁盘打开时它本来就等
# 读者打开搜索，这里让它总是等；带着 ?h= 来的页面要标出搜索词，照旧立刻取。
BUNDLE = {
    '$(location.protocol!=="file:")': "$(!1)",
    'V("search.highlight")?': 'V("search.highlight")&&/[?&]h=/.test(location.search)?',
    "t=new Worker(e)": (
        "t=(()=>{let w,p=new EventTarget;p.postMessage=m=>{"
        'w||(w=new Worker(e)).addEventListener("message",'
        'v=>p.dispatchEvent(new MessageEvent("message",{data:v.data})));'
        "w.postMessage(m)};return p})()"
    ),
    # 打开页面时把已有的颜色再设一遍，整页的样式就要重算三次。换色时不要渐变的标记，
    # 第一次不设；滚动条的深浅由 extra.css 说，不用 <meta>。
    'document.body.setAttribute("data-md-color-switching","")': (
        'document.body.hasAttribute("data-md-color-media")&&'
        'document.body.setAttribute("data-md-color-switching","")'
    ),
    'name:"color-scheme"});document.head.appendChild(o)': 'name:"color-scheme"})',
    # 一页几十个提示，看得见时才准备，像 content.lazy 对代码块那样。
    'V("content.tooltips")).map(i=>Xe(i,{viewport$:r}))': (
        'V("content.tooltips")).map('
        "i=>mt(i).pipe(g(n=>n),Ee(1),b(()=>Xe(i,{viewport$:r}))))"
    ),
    # 每个代码块的按钮都放在一个没有名字的 <nav> 里，读屏软件会当成一页几十个导航。
    'x("nav",{class:"md-code__nav"})': 'x("div",{class:"md-code__nav"})',
}
# style 属性是公式和表格用的；data: 是样式表里的图标和字体。
POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; "
    "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src data:; "
    "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
serving = False


def is_used(selector: str, names: set[str]) -> bool:
    """选择器里的类、id 与固定的属性，在页面和脚本里是否都出现过。"""
    needed = [f'{name}="{value}"' for name, value in FIXED.findall(selector)]
    while selector != (selector := BRACKETS.sub("", selector)):
        pass
    return names.issuperset(needed + NAME.findall(selector))


def split(prelude: list) -> list[str]:
    """选择器列表在最外层的逗号处分开。"""
    selectors = [[]]
    for token in prelude:
        if token == ",":
            selectors.append([])
        else:
            selectors[-1].append(token)
    return [tinycss2.serialize(tokens).strip() for tokens in selectors]


def used_names(html: str) -> set[str]:
    """标签和内联脚本里的每个词，和写在 HTML 里的固定的属性。"""
    # 相同的标签很多，只看一次。
    parts = {*TAG.findall(html), *INLINE_SCRIPT.findall(html)}
    return set(WORD.findall(" ".join(parts)))


def made_names(scripts: str, names: set[str]) -> set[str]:
    """脚本会给元素加上的类名与变量；页面的 `names` 里没有的部件，它的不算。"""
    absent = tuple(part for part, sign in FEATURES.items() if sign not in names)
    return {name for name in MADE.findall(scripts) if not name.startswith(absent)}


def used_declarations(content: list, names: set[str]) -> str:
    """一条规则里的声明，去掉没有人引用的变量。"""
    declarations = tinycss2.parse_blocks_contents(content, True, True)
    return ";".join(
        declaration.serialize()
        for declaration in declarations
        if declaration.type != "declaration"
        or not declaration.name.startswith("--")
        or declaration.name in names
    )


def slim(css: str | list, names: set[str]) -> str:
    """去掉样式表里的注释、用不到的选择器、变量和空规则。"""
    parse = (
        tinycss2.parse_stylesheet if isinstance(css, str) else tinycss2.parse_rule_list
    )
    kept = []
    for rule in parse(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            prelude = ",".join(s for s in split(rule.prelude) if is_used(s, names))
            body = used_declarations(rule.content, names)
        elif rule.at_keyword in {"media", "supports"}:
            prelude = f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}"
            body = slim(rule.content, names)
        else:
            kept.append(rule.serialize())
            continue
        if prelude and body:
            kept.append(f"{prelude}{{{body}}}")
    return "".join(kept)


def merge(site: Path, sheets: list[str], names: set[str]) -> str:
    """合成的样式表的内容，字体嵌在里面。"""
    texts = [(site / sheet).read_text("utf-8") for sheet in sheets]
    names = names.union(*(re.findall(r"var\(\s*(--[\w-]+)", text) for text in texts))

    def embed(match: re.Match) -> str:
        font = base64.b64encode((site / "assets" / match[1]).read_bytes()).decode()
        return f"url(data:font/woff2;base64,{font})"

    css = "".join(slim(text, names) for text in texts)
    return FONT.sub(embed, css)


def compact(html: str) -> str:
    """去掉读者看不见的字符与标签。"""
    parts = VERBATIM.split(html)
    # 每三段：原样保留之前的、原样保留的、它的标签名。
    parts[::3] = [INDENT.sub("\n", part) for part in parts[::3]]
    del parts[2::3]
    html = PLAIN_TOKEN.sub(lambda m: m[1], "".join(parts))
    return STRINGS.sub(lambda m: m[1] + NEXT_STRING.sub("", m[2]), html)


def patch(script: Path) -> None:
    text = script.read_text("utf-8")
    for old, new in BUNDLE.items():
        if text.count(old) != 1:
            raise PluginError(
                f"{script.name} 里有 {text.count(old)} 处「{old}」，应是 1 处："
                "Material 升级了，照新版本改 rnn_notes/slim.py 的 BUNDLE"
            )
        text = text.replace(old, new)
    script.write_text(text, "utf-8")


def named(stem: str, content: str, suffix: str) -> str:
    """名字随内容变，浏览器可以一直留着旧的，不会拿它配新的页面。"""
    return f"{stem}.{hashlib.sha256(content.encode()).hexdigest()[:8]}{suffix}"


def rename(script: Path) -> tuple[str, str]:
    """改过的脚本名字里还是 Material 给的哈希：换成现在的，得到旧名与新名。"""
    stem = script.name.partition(".")[0]
    name = named(stem, script.read_text("utf-8"), ".min.js")
    script.rename(script.with_name(name))
    return script.name, name


def policy(html: str) -> str:
    """写着 CSP 的 meta 标签：内联脚本只许这一页现有的。"""
    hashes = (
        base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in dict.fromkeys(INLINE_SCRIPT.findall(html))
    )
    content = POLICY.format(hashes=" ".join(f"'sha256-{h}'" for h in hashes))
    return f'<meta http-equiv="Content-Security-Policy" content="{content}">'


def on_startup(command: str, dirty: bool) -> None:
    global serving
    serving = command == "serve"


def on_post_build(config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    # 页面读两遍，不一起留在内存里：样式表要等看完全部页面才知道。
    names, sheets = set(), {}
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        names |= used_names(html)
        head = html.partition("</head>")[0]
        sheets |= dict.fromkeys(sheet for _, sheet in SHEET.findall(head))
    scripts = "".join(path.read_text("utf-8") for path in site.rglob("*.js"))
    names |= made_names(scripts, names)
    # 不存在的留在页面里，浏览器会报错，测试看得到。
    sheets = [sheet for sheet in sheets if (site / sheet).exists()]
    css = merge(site, sheets, names)
    name = named("assets/site", css, ".css")
    (site / name).write_text(css, "utf-8")
    [bundle] = site.glob("assets/javascripts/bundle.*.min.js")
    patch(bundle)
    # 搜索的程序由 rnn_notes/search.py 改过。
    [worker] = site.glob("assets/javascripts/workers/search.*.min.js")
    renamed = [rename(bundle), rename(worker)]
    for path in site.rglob("*.html"):
        head, end, body = path.read_text("utf-8").partition("</head>")
        if not (found := SHEET.search(head)):
            continue  # 不是 Material 的页面
        head = SHEET.sub(lambda m: "" if m[2] in sheets else m[0], head).replace(
            "</title>", f'</title>\n<link rel="stylesheet" href="{found[1]}{name}">', 1
        )
        text = head + end + body
        for old, new in renamed:
            text = text.replace(old, new)
        # 实时刷新（mkdocs serve）和从磁盘打开的网站用不了 CSP。
        if not serving and not config.plugins["material/offline"].config.enabled:
            text = text.replace(CHARSET, CHARSET + policy(text), 1)
        path.write_text(compact(text), "utf-8")
