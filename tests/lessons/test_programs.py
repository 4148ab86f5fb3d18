"""每个程序单独运行，印出的内容就是旁边的记录。"""

import pytest
import records
from compare import difference, same_drawing
from contract import exemptions, fail_if, program_problems, project


def read(path):
    return path.read_text("utf-8") if path.exists() else ""


@pytest.mark.parametrize(
    "program", project.programs, ids=lambda path: "/".join(path.parts[-2:])
)
def test_program_prints_its_record(program, request):
    name = project.name(program)
    try:
        printed, drawn, result = records.run_program(project, program)
    except ValueError as error:
        fail_if([f"{name}：{error}"])
    if result.error:
        fail_if([f"{name} 运行出错：\n{result.error}"])
    record, figure = program.with_suffix(".out"), program.with_suffix(".svg")
    exempted = exemptions(project, program)
    names = project.name(record), f"{name} 现在印出的"
    diff = difference(read(record), printed, *names, exempted)
    redrawn = not same_drawing(read(figure), drawn)
    if request.config.getoption("record"):
        moved = records.environment() != records.recorded_environment(project.snippets)
        for file, text, changed in (record, printed, diff), (figure, drawn, redrawn):
            if changed or (moved and text):
                file.write_text(text, "utf-8", newline="\n")
            if changed:
                request.config.stash[records.CHANGED].append(project.name(file))
        timed = records.with_duration(read(program), result.seconds)
        if timed != read(program):
            program.write_text(timed, "utf-8", newline="\n")
        return
    if redrawn:
        diff += f"\n{name} 画出的图与 {project.name(figure)} 不同"
    if diff:
        fail_if([diff, f"若改动是有意的，重新记录：{records.RECORD_COMMAND}"])
    # 免检的行每次都不同才需要免检：与记录一样，就再运行一次看看。
    if exempted and printed == read(record):
        again, *_ = records.run_program(project, program, fresh=True)
        message = f"{name}：每次印出的都一样，不需要免检：删掉它"
        fail_if([message] if again == printed else [])


def test_programs_and_records_are_all_in_use():
    fail_if(program_problems(project))


SURROUNDINGS = {
    "四个线程": "import torch\ntorch.set_num_threads(4)",
    "德语区域": "import contextlib, locale, os\nos.environ['LC_ALL'] = 'de_DE.UTF-8'\n"
    "with contextlib.suppress(locale.Error): locale.setlocale(locale.LC_ALL, '')",
    "窄终端": "import os\nos.environ['COLUMNS'] = '20'",
    "强制彩色": "import os\nos.environ.update(FORCE_COLOR='1', TERM='xterm-256color')",
    "别的时区": "import os, time\nos.environ['TZ'] = 'Pacific/Kiritimati'\n"
    "getattr(time, 'tzset', int)()",
}


@pytest.mark.parametrize("before", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_output_does_not_depend_on_the_surroundings(before):
    """取每课的第一个程序和主程序，换一个环境，印出的不变。"""
    first = {program.parent: program for program in reversed(project.programs)}
    main = {program for program in project.programs if program.name == "train.py"}
    for program in {*first.values(), *main}:
        if not exemptions(project, program):
            usual, *_ = records.run_program(project, program)
            changed, *_ = records.run_program(project, program, before)
            assert not difference(usual, changed, "平常", "换了环境")
