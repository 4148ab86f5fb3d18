"""程序在全新的进程里运行，怎样结束都有说法。"""

import multiprocessing
from pathlib import Path

import runner
from runner import Block, Result, run

HERE = Path(__file__).parent


def run_one(source: str, **options) -> Result:
    [result] = run([Block(source, HERE / "program.py")], cwd=HERE, **options)
    return result


def test_nothing_leaks_from_one_program_to_the_next():
    leaky = "import builtins, torch\nbuiltins.leak = 1\ntorch.manual_seed(7)"
    seed = "import torch\nprint(torch.initial_seed())"
    before = run_one(seed)
    assert run_one(leaky) == Result("")
    assert run_one(seed) == before
    assert "NameError" in run_one("print(leak)").error


def test_blocks_share_one_namespace_and_keep_their_outputs_apart():
    file = HERE / "page.py"
    blocks = [Block(s, file) for s in ("x = 1", "print(x)", "x += 1\nprint(x)")]
    assert run(blocks, cwd=HERE) == [Result(""), Result("1\n"), Result("2\n")]


def test_output_of_child_processes_is_captured_in_order():
    source = "print(1, flush=True)\nimport os\nos.system('echo 2')\nprint(3)"
    assert run_one(source).stdout.split() == ["1", "2", "3"]


def test_program_sees_itself_as_main():
    source = "import sys\nprint(__name__, sys.argv[0] == __file__)"
    assert run_one(source) == Result("__main__ True\n")


def test_infinite_loop_is_ended():
    assert run_one("while True: pass", timeout=0.2).error == "运行超过 0.2 秒，已终止"


def test_program_that_kills_its_process_is_reported():
    assert run_one("import os\nos._exit(3)").error == "进程中途退出，退出码 3"


def test_exit_before_the_end_is_an_error():
    assert "SystemExit" in run_one("import sys\nsys.exit()").error


def test_traceback_names_the_line_of_the_program():
    error = run_one("\n\n1 / 0").error
    assert f'File "{HERE / "program.py"}", line 3' in error
    assert "runner.py" not in error


def test_network_is_refused():
    source = "import socket\nsocket.create_connection(('127.0.0.1', 9))"
    assert "PermissionError: 程序不许上网" in run_one(source).error


def test_writing_outside_the_folder_is_refused(tmp_path):
    inside, outside = tmp_path / "lesson", Path(HERE.anchor) / "must-not-exist.txt"
    inside.mkdir()
    writes = "from pathlib import Path\nPath({!r}).write_text('x')"
    for path, refused in [(inside / "data.txt", False), (outside, True)]:
        block = Block(writes.format(str(path)), inside / "program.py")
        [result] = run([block], cwd=tmp_path)
        assert bool(result.error) == refused
        assert path.exists() != refused
    assert f"不许写 {outside}" in result.error


def test_spawned_processes_give_the_same_result(monkeypatch):
    """没有分叉的系统（Windows）用 spawn。"""
    source = "import sys\nprint(__name__, sys.argv[0] == __file__)\n1 / 0"
    forked = run_one(source)
    monkeypatch.setattr(runner, "processes", multiprocessing.get_context("spawn"))
    assert run_one(source) == forked
    assert forked.stdout == "__main__ True\n"
