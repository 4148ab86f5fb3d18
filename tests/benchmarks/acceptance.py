"""正文里的数随机换一个，检查会放过多少：`python tests/benchmarks/acceptance.py`。

每个数换 200 次，位数不变；按小数的位数分开说，末行是覆盖了多少、声明了多少。
"""

import random
from collections import defaultdict

import common  # noqa: F401 让下面的找得到
from contract import project
from evidence import supports, told

draw = random.Random(0).choice


def changed(written: str) -> str:
    """每个数字随机换一个；整数的第一位不是 0，0.… 还是 0.…。"""
    digits = [draw("0123456789") if c.isdigit() else c for c in written]
    first = next(i for i, c in enumerate(digits) if c.isdigit())
    digits[first] = written[first] if written[first] == "0" else draw("123456789")
    other = "".join(digits)
    return other if other != written else changed(written)


passed, declared, kinds = 0, 0, defaultdict(list)
for page in project.pages:
    constants = {*page.meta.get("constants", {})}
    for _, written, evidence in told(page):
        places = len(written.partition("e")[0].partition(".")[2])
        kind = f"{places} 位小数" if places else "整数"
        others = (changed(written) for _ in range(200))
        kinds[kind] += [
            other in constants or any(supports(value, other) for value in evidence)
            for other in others
        ]
        declared += not any(supports(value, written) for value in evidence)
for kind, results in sorted(kinds.items()):
    count = len(results) // 200
    print(f"{kind}：{count} 个，放过 {100 * sum(results) / len(results):.1f}%")
total = sum(map(len, kinds.values())) // 200
print(f"覆盖 {total} 个数，其中 {declared} 个靠声明")
