"""运行全部程序要多久：逐个开解释器、本项目的办法、极限，在同一次运行里比较。

    python tests/benchmarks/run_programs.py

极限是一个进程、一次 `import torch`，各程序在其中接连运行：没有隔离，所以不能用来
测试，只用来说明还能快多少。各在一个新的解释器里计时，导入 torch 也在内。
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
SETUP = """
import runpy, subprocess, sys
from pathlib import Path
programs = sorted(Path(sys.argv[1], "snippets").rglob("*.py"))
"""
METHODS = {
    "逐个": """
for program in programs:
    subprocess.run([sys.executable, program], check=True)
""",
    "我们的": """
from runner import Block, run
for program in programs:
    run([Block(program.read_text("utf-8"), program)])
""",
    "极限": """
for program in programs:
    sys.path.insert(0, str(program.parent))
    runpy.run_path(str(program), run_name="__main__")
    for name in (path.stem for path in program.parent.glob("*.py")):
        sys.modules.pop(name, None)  # 别的课可能有同名的
    del sys.path[0]
""",
}

if __name__ == "__main__":
    support = ROOT / "tests/support"
    own = {"OMP_NUM_THREADS": "1", "MATPLOTLIBRC": str(support / "matplotlibrc")}
    environment = os.environ | own | {"PYTHONPATH": str(support)}
    for method, source in METHODS.items():
        command = [sys.executable, "-c", SETUP + source, ROOT]
        with TemporaryDirectory() as cwd:  # 程序把图存在这里
            start, null = time.perf_counter(), subprocess.DEVNULL
            subprocess.run(command, cwd=cwd, env=environment, stdout=null, check=True)
        print(f"{method}：{time.perf_counter() - start:.1f} s", flush=True)
