"""对 Material 建成的页面和脚本的改动，全部在这里：每一条都是它的一个错，没有配置项能绕过。

`tests/reader/test_patches.py` 对每一条各看两遍：改了，读者做得成；不改，做不成。
Material 修好了，第二遍就失败，那时删掉这一条。
"""

import re
from pathlib import Path
from typing import NamedTuple

PAGE, BUNDLE, WORKER = "*.html", "bundle.*.min.js", "search.*.min.js"


class Patch(NamedTuple):
    """把 `file` 里恰好一处 `wrong`（正则）换成 `right`。"""

    name: str
    file: str
    wrong: str
    right: str


# 压缩过的脚本里，变量的名字每一版都变，所以只认属性名和字符串。
PATCHES = [
    # 搜索框是没有名字的对话框，读屏软件念不出它是什么。
    Patch("search-dialog-name", PAGE, r'(role="dialog")', r'\1 aria-label="搜索"'),
    # 先显示正文再运行脚本：没有 defer，第一次绘制要等脚本下载完。
    Patch(
        "deferred-script",
        PAGE,
        r"(<script )(src=\"[^\"]*assets/javascripts/bundle\.)",
        r"\1defer \2",
    ),
    # 切分查询的循环写的是 j < query.length，slice(i, j) 取不到末尾：
    # 搜「隐藏状态」实际只搜「隐藏」。
    Patch(
        "last-word",
        WORKER,
        r"(\+1;(\w)<)(\w\.length;\2\+\+\)\w\.slice\(\w,\2\)in )",
        r"\1=\3",
    ),
    # 往后走时又多减了 1，丢掉末尾的单字：搜「交叉熵」实际只搜「交叉」。
    Patch("last-character", WORKER, r"(\[(\w)\]&&\2<\w\.length)-1(&&)", r"\1\3"),
    # 切开的词用 "* " 连接，后面又给每个词加一次 *：带两个 * 的词不高亮，
    # 还在找到它的结果下面写着「缺少」。
    Patch("double-star", WORKER, r'(\.invertedIndex\)\]\.join\()"\* "', r'\1" "'),
    # 只在松开按键时读输入框：用鼠标选输入法的候选词、粘贴、语音输入都不触发搜索。
    Patch(
        "input-event",
        BUNDLE,
        r'"keyup"(\),\w+\)\.pipe\(\w+\(\(\)=>\w+\.value\))',
        r'"input"\1',
    ),
    # 一打开页面就取搜索的程序和索引（126 KB）。从磁盘打开时它本来就等读者打开搜索，
    # 这里让它总是等：索引不先取，
    Patch(
        "search-index-on-use",
        BUNDLE,
        r'([\w$]+\()location\.protocol!=="file:"\)',
        r"\1!1)",
    ),
    # 搜索的程序第一次收到话才取，
    Patch(
        "search-worker-on-use",
        BUNDLE,
        r"([\w$]+)=new Worker\(([\w$]+)\)",
        r"\1=(()=>{let w,p=new EventTarget;p.postMessage=m=>{"
        r'w||(w=new Worker(\2)).addEventListener("message",'
        r'v=>p.dispatchEvent(new MessageEvent("message",{data:v.data})));'
        r"w.postMessage(m)};return p})()",
    ),
    # 带着 ?h= 来的页面要标出搜索词，才立刻取。
    Patch(
        "highlight-on-use",
        BUNDLE,
        r'([\w$]+\("search\.highlight"\))(\?[\w$]+\([\w$]+,\{index\$)',
        r"\1&&/[?&]h=/.test(location.search)\2",
    ),
    # 每个代码块的按钮都放在一个没有名字的 <nav> 里，读屏软件会当成一页几十个导航。
    Patch("code-buttons", BUNDLE, r'"nav"(,\{class:"md-code__nav"\})', r'"div"\1'),
]


class MaterialChanged(ValueError):
    """Material 升级了，找不到要改的地方。"""


def patched(text: str, file: Path, without: str = "") -> str:
    """`file` 的内容 `text` 改过之后的；`without` 那一条不改。

    Raises:
        MaterialChanged: 要改的地方不是恰好一处。
    """
    mine = [patch for patch in PATCHES if file.match(patch.file)]
    # 别的建站工具有自己的脚本，没有这些错。
    if not any(re.search(patch.wrong, text) for patch in mine):
        return text
    for patch in mine:
        if patch.name == without:
            continue
        text, count = re.subn(patch.wrong, patch.right, text)
        if count != 1:
            raise MaterialChanged(
                f"{file.name} 里要有恰好一处 {patch.wrong}，现在有 {count} 处：Material "
                f"变了。先去掉 rnn_notes/patches.py 里的「{patch.name}」，运行 "
                "tests/reader/test_patches.py：不再需要就删掉，还需要就照新版本改。"
            )
    return text
