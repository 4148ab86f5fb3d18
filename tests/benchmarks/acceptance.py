"""正文里的数随机换一个，检查会放过多少：`python tests/benchmarks/acceptance.py`。

每个数换 200 次，位数不变；按小数的位数分开说，末行是覆盖了多少、声明了多少。程序画的图里
的数不算：图照程序重画，逐字比较，一个也不放过。
"""

import random
from collections import defaultdict

import common  # noqa: F401 让下面的找得到
from contract import project
from evidence import FIGURE, FORMULA, adds_up, supports, told

draw = random.Random(0).choice


def changed(written: str) -> str:
    """每个数字随机换一个；整数的第一位不是 0，0.… 还是 0.…。"""
    digits = [draw("0123456789") if c.isdigit() else c for c in written]
    first = next(i for i, c in enumerate(digits) if c.isdigit())
    digits[first] = written[first] if written[first] == "0" else draw("123456789")
    other = "".join(digits)
    return other if other != written else changed(written)


def is_wrong_sum(line: str, written: str, other: str) -> bool:
    """`written` 只在要计算的式子里，换成 `other` 就不相等。"""
    formulas = [f for f in FORMULA.findall(line) if written in f]
    elsewhere = written in FORMULA.sub("", line)
    return not elsewhere and any(
        not adds_up(formula.replace(written, other, 1)) for formula in formulas
    )


declared, kinds = 0, defaultdict(list)
for page in project.pages:
    constants, lines = {*page.meta.get("constants", {})}, page.text.splitlines()
    for number, written, evidence in told(page):
        line = lines[number - 1]
        figure = FIGURE.match(line)
        if figure and (project.snippets / figure[1]).exists():
            continue
        places = len(written.partition("e")[0].partition(".")[2])
        for other in [changed(written) for _ in range(200)]:
            known = any(supports(value, other) for value in evidence)
            kinds[f"{places} 位小数" if places else "整数"].append(
                (known or other in constants) and not is_wrong_sum(line, written, other)
            )
        declared += not any(supports(value, written) for value in evidence)
decimals = [passed for kind in kinds if kind != "整数" for passed in kinds[kind]]
kinds["小数一共"] = decimals
for kind, results in sorted(kinds.items()):
    count = len(results) // 200
    print(f"{kind}：{count} 个，放过 {100 * sum(results) / len(results):.1f}%")
total = (len(kinds["整数"]) + len(decimals)) // 200
print(f"覆盖 {total} 个数，其中 {declared} 个靠声明")
