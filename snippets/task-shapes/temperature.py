"""西雅图每天的最高气温，减去每年都有的起伏。

seattle_temperature.csv 来自 NOAA（美国国家海洋和
大气管理局）的逐日观测，美国政府作品，公有领域；
由 vega-datasets 项目整理（BSD-3-Clause 许可），
取自它的 3.2.1 版，只留日期与最高气温（摄氏度）。
"""

# --8<-- [start:climate]
import csv
import math
from pathlib import Path

import torch

from series import fit, predict

path = Path(__file__).with_name(
    "seattle_temperature.csv"
)
with path.open(encoding="utf-8") as file:
    days = list(csv.DictReader(file))
dates = [day["date"] for day in days]
celsius = torch.tensor(
    [float(day["temp_max"]) for day in days]
).double()
# 2015 年的第一天
split = sum(date < "2015" for date in dates)

# 一年一圈、半年一圈的正弦与余弦
day = torch.arange(len(days)).double()
angle = 2 * math.pi * day / 365.25
waves = torch.stack(
    [
        angle.sin(),
        angle.cos(),
        (2 * angle).sin(),
        (2 * angle).cos(),
    ],
    1,
)
# 只用前三年定系数
climate = predict(
    fit(waves[:split], celsius[:split]), waves
)
anomaly = celsius - climate
# --8<-- [end:climate]
