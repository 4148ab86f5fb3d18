"""不排序，同一个 set 在几次运行里的顺序不同。"""

# --8<-- [start:unsorted]
import os
import subprocess
import sys

for command in [
    "list(set('helloohlol'))",
    "sorted(set('helloohlol'))",
]:
    print(command)
    for number in ["0", "1", "2"]:
        # Python 每次启动随机选字符串的散列方式；
        # 这里指定三种。
        environment = {
            **os.environ,
            "PYTHONHASHSEED": number,
        }
        arguments = [
            sys.executable,
            "-c",
            f"print({command})",
        ]
        done = subprocess.run(
            arguments,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        print("  " + done.stdout.strip())
# --8<-- [end:unsorted]
