"""1461 天西雅图天气的分类：每年各类多少天，与有降水的天数对不对得上。

seattle_weather.csv 的数据来自 NOAA（美国国家海洋和大气管理局）的逐日观测，
美国政府作品，公有领域；由 vega-datasets 项目整理（BSD-3-Clause 许可）。
日期、降水量（毫米）两列各版相同；weather_v1 是 1.x 版的分类，也就是 Python 包
vega_datasets 0.9.0（MIT 许可）里的；weather_v2 是 2.0 版起改过的，
取自 3.2.1 版。温度和风速两列没有用到，去掉了。"""

# --8<-- [start:count]
import csv
from collections import Counter
from pathlib import Path

path = Path(__file__).with_name(
    "seattle_weather.csv"
)
with path.open(encoding="utf-8") as file:
    rows = list(csv.DictReader(file))
classes = ["rain", "sun", "fog", "drizzle", "snow"]
print(
    f"{len(rows)} 天，"
    f"{rows[0]['date']} 到 {rows[-1]['date']}"
)

for column in ("weather_v1", "weather_v2"):
    print(f"{column}:")
    print(
        "     "
        + " ".join(
            f"{name:>4}"
            for name in [*classes, "wet"]
        )
    )
    for year in ("2012", "2013", "2014", "2015"):
        days = [
            row
            for row in rows
            if row["date"].startswith(year)
        ]
        count = Counter(row[column] for row in days)
        wet = sum(
            float(row["precipitation"]) > 0
            for row in days
        )
        numbers = [count[c] for c in classes] + [wet]
        widths = [4, 4, 4, 7, 4, 4]
        cells = [
            f"{n:{w}}"
            for n, w in zip(
                numbers, widths, strict=True
            )
        ]
        print(year, " ".join(cells))

changed = [
    row
    for row in rows
    if row["weather_v1"] != row["weather_v2"]
]
print(
    f"两列不同的: {len(changed)} 天，"
    f"最早 {changed[0]['date']}"
)
rainy = [
    row
    for row in rows
    if float(row["precipitation"]) > 0
]
kinds = Counter(row["weather_v2"] for row in rainy)
print(f"weather_v2 里有降水的:\n  {dict(kinds)}")
dry = Counter(
    row["date"][:4]
    for row in rows
    if row["weather_v2"] == "rain"
    and float(row["precipitation"]) == 0
)
print(
    "weather_v2 记作 rain 而没有降水的:\n"
    f"  {dict(dry)}"
)
# --8<-- [end:count]
