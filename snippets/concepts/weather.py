"""四天的天气：按真实顺序外推、只看今天、读反了顺序，各得出什么。"""

# --8<-- [start:weather]
from collections import Counter
from itertools import pairwise

# 今天、昨天、前天、大前天
newest_first = ["晴", "阴", "雨", "晴"]
days = newest_first[::-1]
print(f"从旧到新: {' → '.join(days)}")

transitions = Counter(pairwise(days))
for (today, tomorrow), count in transitions.items():
    print(f"  {today} → {tomorrow}: {count} 次")


def continue_cycle(days, period):
    """假定天气每 period 天重复一遍，外推下一天。"""
    return days[-period]


seen_after_sunny = [
    b for a, b in transitions if a == days[-1]
]
print(f"三天一循环，明天: {continue_cycle(days, 3)}")
print(f"四天一循环，明天: {continue_cycle(days, 4)}")
print(
    f"只看今天，明天: {'、'.join(seen_after_sunny)}"
)
print(
    "读反了顺序，三天一循环: "
    f"{continue_cycle(newest_first, 3)}"
)
# --8<-- [end:weather]
