"""MkDocs 钩子：改正 Material 9.8.1 的搜索里几处让中文读者搜不到的错误，去掉别的语言。

没有配置项能绕过；换成自己的脚本又要抄一份 Material 的代码，所以在复制进网站之前
改这几个字符。Material 变了、找不到要改的地方时，网站建不成。
"""

import re
from pathlib import Path

from mkdocs.exceptions import PluginError

WORKER, BUNDLE = "assets/javascripts/workers/search.", "assets/javascripts/bundle."
FIXES = [
    # 切分查询的循环写的是 j < query.length，slice(i, j) 取不到末尾：
    # 搜「隐藏状态」实际只搜「隐藏」。往后走时又多减了 1，丢掉末尾的单字：
    # 搜「交叉熵」实际只搜「交叉」。
    (WORKER, r"(\+1;(\w)<)(\w\.length;\2\+\+\)\w\.slice\(\w,\2\)in )", r"\1=\3"),
    (WORKER, r"(\[(\w)\]&&\2<\w\.length)-1(&&)", r"\1\3"),
    # 切开的词用 "* " 连接，后面又给每个词加一次 *：带两个 * 的词不高亮，
    # 还在找到它的结果下面写着「缺少」。
    (WORKER, r'(\.invertedIndex\)\]\.join\()"\* "', r'\1" "'),
    # 只在松开按键时读输入框：用鼠标选输入法的候选词、粘贴、语音输入都不触发搜索。
    (BUNDLE, r'"keyup"(\),\w+\)\.pipe\(\w+\(\(\)=>\w+\.value\))', r'"input"\1'),
]


# Material 把各种语言的插件都复制进网站，近 1 MB；中文的搜索只取这两个。
LUNR = "assets/javascripts/lunr/"
CHINESE = {"lunr.stemmer.support.min.js", "lunr.zh.min.js"}


def on_files(files, config):
    scripts = [file for file in files if file.is_javascript()]
    for file in scripts:
        if file.src_uri.startswith(LUNR) and Path(file.src_uri).name not in CHINESE:
            files.remove(file)
    for prefix, wrong, right in FIXES:
        script = next((s for s in scripts if s.src_uri.startswith(prefix)), None)
        text = script.content_string if script else ""
        fixed, count = re.subn(wrong, right, text)
        if count != 1:
            raise PluginError(
                f"Material 变了：{prefix}*.js 里要有恰好一处 {wrong}，现在有 {count} 处。"
                "先去掉 rnn_notes/search.py 里的这一条，运行 tests/test_search.py："
                "通过就不再需要它，不通过就照新的脚本改它。"
            )
        script.content_string = fixed
