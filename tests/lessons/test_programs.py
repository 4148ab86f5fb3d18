"""每个程序单独运行，印出的内容就是旁边的记录；换一个环境再运行一遍，印出的不变。"""

import ast
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import zip_longest
from pathlib import Path

import pytest
import records
import runner
from compare import difference, same_drawing
from contract import exemptions, fail_if, program_problems, project
from evidence import numbers, supports

UNTRAINED = (
    "产物不是现在的程序训练出来的（程序、它导入或读取的文件、产物、记录，有一个改了）：重新"
    f"训练 {records.RECORD_COMMAND}，或者改回去"
)
LIMIT = 120  # 秒，处理器的时间
TROUBLE = {
    r"[^\S\n]+$": "行末有空格",
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\t]": "有控制字符（彩色、回车、制表符）",
    "|".join(
        {re.escape(str(p)) for p in (project.root, Path.home(), tempfile.gettempdir())}
    ): ("有这台机器的路径"),
}


def read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


def typed(program: Path) -> Iterator[str]:
    """印的文字里有数，程序的算式里却没有：那是打上去的，不是算出来的。"""
    texts, values = [], set()
    for file in [program, *project.imported(program)]:
        for node in ast.walk(ast.parse(read(file))):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float):
                values |= {repr(node.value), f"{100 * node.value:.10g}"}  # 0.6 印成 60%
                if isinstance(node.value, int):  # 下标从 0 数起，差 1
                    values |= {str(node.value - 1), str(node.value + 1)}
            is_print = (
                isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
            )
            if is_print and file == program:
                specs = {id(s) for n in ast.walk(node) for s in spec_of(n)}
                texts += [
                    n for n in ast.walk(node) if is_text(n) and id(n) not in specs
                ]
    for node in texts:
        for number in numbers(node.value):
            # 一位的整数不查；小数只认程序里也写成小数的。
            known = [v for v in values if ("." in number) <= ("." in v or "e" in v)]
            small = re.fullmatch(r"-?\d", number)
            if not small and not any(supports(v, number.lstrip("-")) for v in known):
                place = project.name(program, node.lineno)
                yield f"{place}：印的文字里打了 {number}：让程序算出来，写成 {{…}}"


def spec_of(node: ast.AST) -> Iterator[ast.AST]:
    """f-string 里的格式，例如 `:7.4f`。"""
    if isinstance(node, ast.FormattedValue) and node.format_spec:
        yield from ast.walk(node.format_spec)


def is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def unstable(program: Path, usual: records.Result) -> Iterator[str]:
    """换了环境就变的、不是内容的、留下的。"""
    name, exempted = project.name(program), exemptions(project, program)
    again = records.run_program(project, program, changed=True)
    names = f"{name} 印出的", "换一个环境再运行一次印出的"
    if again.error:
        yield (
            f"{name}：换一个环境，只与下载时说的文件放在一起，运行不了；要读的文件、要导入的"
            f"模块，名字照样写在程序里：\n{again.error}"
        )
        return
    diff = difference(usual.stdout, again.stdout, *names, exempted, True)
    if diff or usual.figure != again.figure:
        advice = (
            f"{name}：两次运行的结果不同，重新记录没有用。找出它取决于什么（集合的次序、散列、"
            "线程数、终端的宽度、时区、时钟），把它定下来，或者写上免检的理由"
        )
        yield f"{diff}\n{advice}".lstrip()
    lines = zip_longest(usual.stdout.splitlines(), again.stdout.splitlines())
    same = {old for old, new in lines if old == new}
    for exemption in exempted:
        if any(exemption in line for line in same):
            yield f"{name}：含有「{exemption}」的行每次都一样，不需要免检：删掉它，或者写得更窄"
    for line in usual.stdout.splitlines():
        for pattern, trouble in TROUBLE.items():
            if re.search(pattern, line):
                yield f"{name}：印出的一行{trouble}：{line!r}"
    if usual.warnings:
        yield f"{name}：读者运行时会看到警告，改掉它说的：\n{usual.warnings.rstrip()}"
    if usual.left:
        yield f"{name}：运行之后留下了文件 {'、'.join(usual.left)}：用完删掉"
    yield from typed(program)


@pytest.mark.parametrize(
    "program", project.programs, ids=lambda path: "/".join(path.parts[-2:])
)
def test_program_prints_its_record(program, request):
    name, product = project.name(program), project.product(program)
    recording = request.config.getoption("record")
    # 问它要导入 PyTorch，一模一样的就不问。
    here = partial(records.recorded_here, project.snippets)
    if product and not runner.FRESH and not (recording and not here()):
        if records.trained(project, program):
            return
        if not recording:
            fail_if([f"{name}：{UNTRAINED}"])
    try:
        result = records.run_program(project, program)
    except ValueError as error:
        fail_if([f"{name}：{error}"])
    if result.error:
        fail_if([f"{name} 运行出错：\n{result.error}"])
    record, figure = program.with_suffix(".out"), program.with_suffix(".svg")
    exempted = exemptions(project, program)
    if product and not recording and not here():
        # 几百步之后，末位的差别长成了看得见的：别的机器上只看它训练得完，文字相同。
        exempted, products = [""], (result.product, product.read_bytes())
        seals = [records.seal(project, program, made) for made in products]
        result = replace(result, stdout=result.stdout.replace(*seals))
    names = project.name(record), f"{name} 现在印出的"
    texts, drawings = (read(record), result.stdout), (read(figure), result.figure)
    exact = texts[0] == texts[1] or here()
    diff = difference(*texts, *names, exempted, exact=exact)
    redrawn = drawings[0] != drawings[1] and (here() or not same_drawing(*drawings))
    if product:
        problems = [f"{name} 没有存下 {product.name}"] if not result.product else []
        problems += [f"{name}：训练超过 {LIMIT} 秒"] if result.seconds > LIMIT else []
        fail_if([*problems, *typed(program)])
    else:
        fail_if(unstable(program, result))
    if recording:
        if product:
            product.write_bytes(result.product)
        files = (record, result.stdout, diff), (figure, result.figure, redrawn)
        for file, text, changed in files:
            # git diff 看不到新的文件，所以整个印出来；图太长，不印。
            new = "" if file.exists() or file == figure else f"（新的）\n{text}"
            if not text:
                file.unlink(missing_ok=True)
            elif changed or not here():
                file.write_text(text, "utf-8", newline="\n")
            if changed:
                request.config.stash[records.CHANGED].append(project.name(file) + new)
        timed = records.with_duration(read(program), result.seconds)
        if timed != read(program):
            program.write_text(timed, "utf-8", newline="\n")
        return
    if redrawn:
        diff += f"\n{name} 画出的图与 {project.name(figure)} 不同"
    if diff:
        fail_if(
            [
                f"{name}：印出的与记录不同",
                diff,
                f"若改动是有意的，重新记录：{records.RECORD_COMMAND}",
            ]
        )


def test_programs_and_records_are_all_in_use():
    fail_if(program_problems(project))


@pytest.mark.parametrize("name", ["paired", "train", "training", "hello"])
def test_copies_are_the_same(name):
    """几课都要的程序每课带一份，读者下载得到；各份逐字相同。"""
    copies = {p: p.read_bytes() for p in project.snippets.glob(f"*/{name}.py")}
    assert len({*copies.values()}) <= 1, [*map(project.name, copies)]
