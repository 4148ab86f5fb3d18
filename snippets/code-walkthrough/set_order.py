"""集合的次序随运行而变，sorted 之后不变。"""

# --8<-- [start:different-runs]
import os
import subprocess
import sys

orders = set()
for hash_seed in range(8):  # 平时由 Python 随机选，这里逐个指定
    run = subprocess.run(
        [sys.executable, "-c", "print(*set('hello' + 'ohlol'))"],
        env={**os.environ, "PYTHONHASHSEED": str(hash_seed)},
        capture_output=True,
        text=True,
        check=True,
    )
    orders.add(tuple(run.stdout.split()))

print(f"运行 8 次，集合的次序不止一种: {len(orders) > 1}")
ordered = {tuple(sorted(letters)) for letters in orders}
print(f"sorted 之后: {ordered}")
# --8<-- [end:different-runs]
