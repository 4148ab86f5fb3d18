"""建成的页面上，代码、输出、文件名、高亮的行，一个不多、一个不少，就是课文引用的那些。"""

import re
from importlib.metadata import version

from contract import built_path, fail_if, highlighted, project
from records import recorded_environment

# 正文里不该有的记号：漏成文字的 Markdown 与 TeX。
MARKS = re.compile(
    r"\*\*|\]\(|\$|///|--8<--|\{ *[.#:][\w-]|`|\[\^|\\[a-zA-Z(\[]|&#?\w+;|\|\||~~|\?\?\)"
)
LITERAL = ["code", "pre", "math", "svg", "script", "style", "template"]
VERSION = re.compile(r"(?<![\w.-])\d+\.\d+\.\d+(?![\w.]*\d)", re.ASCII)


def test_blocks_are_what_the_page_includes(written):
    wrong = []
    for page in project.pages:
        blocks = [text for kind, text in page.parts() if kind != "prose"]
        lines = [fence.line for fence in page.fences]
        shown = [
            pre.get_text() for pre in written[built_path(page)].select("pre, samp, kbd")
        ]
        for line, text, seen in zip(lines, blocks, shown, strict=False):
            if text.strip() != seen.strip():
                wrong.append(
                    f"{page.place(line)}：页面上显示的不是引用的：{seen[:60]!r}"
                )
                break
        if not wrong and len(blocks) != len(shown):
            wrong.append(
                f"{project.name(page.path)}：{len(blocks)} 个围栏，页面上却有 {len(shown)} 块"
                "代码或输出：不要用 HTML 写，引用 snippets/ 里的"
            )
    fail_if(wrong)


def test_highlights_are_the_ones_asked_for(written):
    wrong = []
    for page in project.pages:
        blocks = written[built_path(page)].select("article .language-python pre")
        for fence, pre in zip(page.code, blocks, strict=True):
            marked = [line.get_text().rstrip("\n") for line in pre.select(".hll")]
            wanted = [line for _, line in highlighted(page, fence)]
            if marked != wanted:
                place = page.place(fence.line)
                wrong.append(f"{place}：高亮的是 {marked}，要的是 {wanted}")
    fail_if(wrong)


def test_no_markup_is_left_in_the_text(written):
    problems = []
    for page in project.pages:
        for text in written[built_path(page)].article.find_all(string=MARKS):
            if not text.find_parent(LITERAL):
                mark = MARKS.search(text)[0]
                around = text[max(0, text.index(mark) - 12) :][:30].strip()
                place = project.find(page.path, around, mark)
                problems.append(f"{place}：「{mark}」成了文字：{around}")
    fail_if(problems)


def test_provenance_is_true_and_stands_once(written):
    """环境只写一遍，就是记录的那个；正文里说的版本是装着的，或声明过。"""
    recorded, wrong = recorded_environment(project.snippets), []
    installed = {version("torch").partition("+")[0], version("numpy")}
    for page in project.pages:
        soup, name = written[built_path(page)], project.name(page.path)
        stated = [e.get_text() for e in soup.select(".provenance")]
        if stated != [f"本站的输出由 {recorded} 运行得到。"]:
            wrong.append(
                f"{name}：页面末尾要有一次、只有一次记录的环境，现在是 {stated}"
            )
        allowed = installed | page.meta.get("constants", {}).keys()
        for number, line in enumerate(page.content.splitlines(), page.start + 1):
            for stale in {*VERSION.findall(line)} - allowed:
                wrong.append(
                    f"{page.place(number)}：版本 {stale} 不是装着的，也没有在 constants 里声明"
                )
    fail_if(wrong)
