"""每个程序单独运行，印出的内容就是旁边的记录。"""

from pathlib import Path

import pytest
from compare import difference
from pages import RECORD_COMMAND, Project, fail_if, program_problems
from runner import Block, run

project = Project(Path(__file__).parent.parent)


@pytest.mark.parametrize(
    "program",
    project.programs,
    ids=lambda path: path.relative_to(project.snippets).as_posix(),
)
def test_program_prints_its_record(program, request):
    [result] = run([Block(program.read_text("utf-8"), program)], cwd=project.root)
    if result.error:
        pytest.fail(f"{project.name(program)} 运行出错：\n{result.error}", False)
    record = program.with_suffix(".out")
    expected = record.read_text("utf-8") if record.exists() else ""
    diff = difference(
        expected,
        result.stdout,
        project.name(record),
        f"{project.name(program)} 现在印出的",
    )
    if request.config.getoption("record"):
        if diff or not record.exists():
            record.write_text(result.stdout, "utf-8", newline="\n")
    elif diff:
        pytest.fail(f"{diff}\n若改动是有意的，重新记录：{RECORD_COMMAND}", False)


def test_programs_and_records_are_all_in_use():
    fail_if(program_problems(project))
