"""运行全部程序要多久：逐个开解释器、本项目的办法、极限，在同一次运行里比较。

极限是一个进程、一次 `import torch`，各程序在其中接连运行：没有隔离，所以不能用来
测试，只用来说明还能快多少。各在一个新的解释器里计时，导入 torch 也在内。
"""

import sys
from tempfile import TemporaryDirectory

import common

# runner 设好线程数与画图的配置，三种都用。
SETUP = """
import runpy, subprocess, sys
from pathlib import Path
sys.path.append(f"{sys.argv[1]}/tests/support")
from runner import Block, run
for program in sorted(Path(sys.argv[1], "snippets").rglob("*.py")):
"""
METHODS = {
    "逐个": "    subprocess.run([sys.executable, program], check=True)",
    "我们的": '    run([Block(program.read_text("utf-8"), program)])',
    "极限": """
    sys.path.insert(0, str(program.parent))
    runpy.run_path(str(program), run_name="__main__")
    for name in (path.stem for path in program.parent.glob("*.py")):
        sys.modules.pop(name, None)  # 别的课可能有同名的
    del sys.path[0]
""",
}

if __name__ == "__main__":
    times = []
    for method, source in METHODS.items():
        command = [sys.executable, "-c", SETUP + source, common.ROOT]
        with TemporaryDirectory() as folder:  # 程序把图存在这里
            times.append(common.measured(command, folder)[0])
        print(f"{method}：{times[-1]:.1f} s，×{times[-1] / times[0]:.2f}", flush=True)
