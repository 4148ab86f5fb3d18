"""先讲后用：没有折叠的代码里的名字与语法、正文里的术语，第一次用到之前都讲过。

一课讲了哪些名字，写在头部的 `introduces` 里；首页的 `assumes` 是读之前就要会的。
"""

import ast
import builtins
import re
from collections.abc import Iterator

import pytest
from contract import INLINE_CODE, fail_if, project

from rnn_notes.glossary import SOURCE, Terms, mentions
from rnn_notes.lesson import Page

SYNTAX = {
    ast.ListComp: "列表推导式",
    ast.SetComp: "集合推导式",
    ast.DictComp: "字典推导式",
    ast.GeneratorExp: "生成器表达式",
    ast.Lambda: "lambda",
    ast.Starred: "解包",
    ast.Slice: "切片",
    ast.IfExp: "条件表达式",
    ast.With: "with",
    ast.Try: "try",
    ast.ClassDef: "class",
    ast.MatMult: "@",
    ast.NamedExpr: "海象运算符",
    ast.AugAssign: "增量赋值",
    ast.Assert: "断言",
    ast.Yield: "yield",
}
DOTTED = re.compile(r"(?:torch|np|numpy)\.\w+\.[\w.]+")
INDEX = project.docs / "index.md"
ASSUMED = {*(Page(project, INDEX).meta.get("assumes", []) if INDEX.exists() else [])}


def introduced(page: Page) -> set[str]:
    return {*(page.meta.get("introduces") or [])}


def own_names(tree: ast.AST) -> Iterator[str]:
    """程序自己起的名字：函数、类、变量、参数、属性，从旁边的程序导入的。"""
    modules = {path.stem for path in project.programs}
    for node in ast.walk(tree):
        match node:
            case (
                ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name)
            ):
                yield name
            case (
                ast.Name(id=name, ctx=ast.Store())
                | ast.Attribute(attr=name, ctx=ast.Store())
            ):
                yield name
            case ast.ImportFrom(module=module, names=names) if module in modules:
                yield from (alias.name for alias in names)


def used_names(tree: ast.AST, own: set[str]) -> Iterator[str]:
    """用到的语法，和不是自己起的名字（`own`）的最后一段：`torch.nn.Linear` 是 Linear。"""
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    packages = {id(n.value) for n in attributes if DOTTED.fullmatch(ast.unparse(n))}
    for node in ast.walk(tree):
        if type(node) in SYNTAX:
            yield SYNTAX[type(node)]
        match node:
            case ast.Attribute(attr=name) if id(node) not in packages:
                yield name
            case ast.Name(id=name) if hasattr(builtins, name):
                yield name
            case ast.ImportFrom(names=names):
                yield from (alias.name for alias in names)
            case ast.Call(func=function, keywords=keywords):
                if getattr(function, "id", "") not in own:
                    yield from (keyword.arg for keyword in keywords if keyword.arg)
            case ast.FunctionDef(decorator_list=[_, *_]):
                yield "装饰器"


def explained(page: Page, name: str, line: int) -> bool:
    """第 `line` 行之前的正文提到过 `name`：名字写成行内代码，语法写汉字也行。"""
    above = "\n".join(page.prose.splitlines()[: line - 1])
    if re.match("[\u4e00-\u9fff]", name):
        return name in above
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.ASCII)
    return any(map(word.search, INLINE_CODE.findall(above)))


def folded(page: Page) -> set[int]:
    """折叠块里的行号。"""
    found, opened = set(), []
    for number, line in enumerate(page.text.splitlines(), 1):
        if line.startswith("/// "):
            opened.append(line.split()[1])
        elif line == "///" and opened:
            opened.pop()
        if {"details", "evidence"} & {*opened}:
            found.add(number)
    return found


def unexplained(page: Page, known: set[str]) -> Iterator[str]:
    declared = introduced(page)
    exempt = page.meta.get("exempt", {}).keys()
    trees = [
        (fence.line, ast.parse(project.shown(page.include(fence))))
        for fence in page.code
    ]
    own = {name for _, tree in trees for name in own_names(tree)}
    own |= {
        n for p in page.programs for n in own_names(ast.parse(p.read_text("utf-8")))
    }
    used: dict[str, int] = {}
    hidden = folded(page)
    for line, tree in trees:
        if line not in hidden:
            for name in used_names(tree, own):
                used.setdefault(name, line)
    for name, line in used.items():
        if name in own | known | ASSUMED | exempt:
            continue
        if name not in declared:
            yield (
                f"{page.place(line)}：`{name}` 前面没有讲过：在这段代码上面讲它，写进头部的 "
                "introduces；不必讲的写进 exempt，附上理由"
            )
        elif not explained(page, name, line):
            yield (
                f"{page.place(line)}：introduces 里有 `{name}`，这段代码上面却没有提到它："
                "先讲再用"
            )
    for name in sorted(declared - used.keys()):
        place = project.find(page.path, f"- {name}")
        yield f"{place}：introduces 里的 {name}，没有折叠的代码里没有用到：删掉它"


@pytest.mark.parametrize("page", project.course, ids=lambda page: page.path.stem)
def test_code_uses_only_what_was_introduced(page):
    before = project.course[: project.course.index(page)]
    known = {name for earlier in before for name in introduced(earlier)}
    fail_if(unexplained(page, known))


def early_terms() -> Iterator[str]:
    text = (project.root / SOURCE).read_text("utf-8")
    terms, first, told = Terms(text), {}, {}
    for anchor, mention in mentions(project, terms):
        first.setdefault(anchor, mention)
        if mention.introduces:
            told.setdefault(anchor, mention)
    for anchor in terms.definitions:
        names = "、".join(name for name, a in terms.anchors.items() if a == anchor)
        if anchor not in told:
            place = project.find(project.root / SOURCE, f"#{anchor} }}")
            yield f"{place}：课文里没有一处把「{names}」写成「中文（英文）」来介绍"
            continue
        use, where = first[anchor], told[anchor]
        exempt = {*use.page.meta.get("exempt", {})}
        if use[:2] != where[:2] and exempt.isdisjoint(names.split("、")):
            yield (
                f"{use.page.place(use.line)}：「{names}」这时还没有介绍，"
                f"{where.page.place(where.line)} 才介绍：把「中文（英文）」移到这里，或换个说法"
            )


def test_terms_are_introduced_where_they_are_first_used():
    fail_if(early_terms())
