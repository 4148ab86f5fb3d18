"""程序在全新的进程里运行，怎样结束都有说法；没有变的不再运行。"""

import multiprocessing
from pathlib import Path
from unittest.mock import Mock

import pytest
import runner
from runner import Block, Result, run, run_elsewhere, run_stored

FILE = Path(__file__).with_name("program.py")


def run_one(source: str) -> Result:
    [result] = run([Block(source, FILE)])
    return result


def test_nothing_leaks_from_one_program_to_the_next():
    leaky = "import builtins, torch\nbuiltins.leak = 1\ntorch.manual_seed(7)"
    seed = "import torch\nprint(torch.initial_seed())"
    assert run_one(leaky) == Result("")
    assert run_one(seed) != Result("7\n")
    assert "NameError" in run_one("print(leak)").error


def test_blocks_share_one_namespace_and_keep_their_outputs_apart():
    blocks = [Block(s, FILE) for s in ("x = 1", "print(x)", "x += 1\nprint(x)")]
    assert run(blocks) == [Result(""), Result("1\n"), Result("2\n")]


@pytest.mark.parametrize(
    ("source", "printed", "error"),
    [
        ("import os\nprint(1, flush=True)\nos.system('echo 2')\nprint(3)", "1 2 3", ""),
        ("while True: pass", "", "运行超过 0.5 秒，已终止"),
        ("import os\nos._exit(3)", "", "进程中途退出，退出码 3"),
        ("import sys\nsys.exit()", "", "SystemExit"),
        ("\n\n1 / 0", "", f'File "{FILE}", line 3'),
    ],
    ids=["子进程印的也收得到", "死循环", "自己退出", "提前结束", "出错"],
)
def test_every_end_is_reported(source, printed, error, monkeypatch):
    monkeypatch.setattr(runner, "TIME_LIMIT", 0.5)
    result = run_one(source)
    assert result.stdout.split() == printed.split()
    assert error in (result.error or "")
    assert "runner.py" not in (result.error or "")


def test_program_writes_only_into_the_empty_folder_where_it_runs():
    source = "import os\nprint(os.listdir())\nopen({!r}, 'w').write('x')"
    assert run_one(source.format("inside.txt")) == Result("[]\n")
    outside = Path(FILE.anchor) / "must-not-exist.txt"
    assert f"不许写 {outside}" in run_one(source.format(str(outside))).error
    assert not outside.exists()


def test_spawned_processes_give_the_same_result(monkeypatch):
    """没有分叉的系统（Windows）用 spawn。"""
    source = "import sys\nprint(__name__, sys.argv[0] == __file__)\n1 / 0"
    forked = run_one(source)
    monkeypatch.setattr(runner, "processes", multiprocessing.get_context("spawn"))
    assert run_one(source) == forked
    assert forked.stdout == "__main__ True\n"


def test_the_other_surroundings_differ():
    source = "import os, torch\nprint(hash('a'))\nprint(torch.get_num_threads())"
    source += "\nprint(os.environ.get('COLUMNS'), os.environ.get('TZ'))"
    [usual], [other] = (how([Block(source, FILE)]) for how in (run, run_elsewhere))
    lines = zip(usual.stdout.splitlines(), other.stdout.splitlines(), strict=True)
    assert all(before != after for before, after in lines)


def test_unchanged_programs_are_not_run_again(tmp_path, monkeypatch):
    module, spy = tmp_path / "module.py", Mock(wraps=run)
    monkeypatch.setattr(runner.memory.store_backend, "location", str(tmp_path))
    monkeypatch.setattr(runner, "FRESH", False)
    monkeypatch.setattr(runner, "run", spy)
    changes = [("print(1)", "a"), ("print(2)", "a"), ("print(2)", "b")]
    for runs, (source, text) in enumerate(changes, 1):
        module.write_text(text, "utf-8")
        for _ in range(2):
            [result] = run_stored([Block(source, FILE)], [module])
            assert result == Result(f"{source[6]}\n")
            assert spy.call_count == runs
    # 出错的不留着；说了要重跑的不用留着的。
    for _ in range(2):
        assert run_stored([Block("1 / 0", FILE)])[-1].error
    monkeypatch.setattr(runner, "FRESH", True)
    run_stored([Block("print(2)", FILE)], [module])
    assert spy.call_count == len(changes) + 3
