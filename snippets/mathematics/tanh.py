"""tanh 的公式与 torch.tanh 相同；浮点数把很大的 a 舍入成 1。"""

# --8<-- [start:tanh]
import math

import torch

for a in (1.0, -0.3, 5.0, 20.0):
    up, down = math.exp(a), math.exp(-a)
    formula = (up - down) / (up + down)
    value = torch.tanh(torch.tensor(a)).item()
    same = f"等于 1: {value == 1}"
    print(
        f"a={a:4}: 公式 {formula:7.4f}，"
        f"torch {value:7.4f}，{same}"
    )

one = torch.tensor(1.0)
# 比 1 小的数里最大的
nearest = torch.nextafter(one, torch.tensor(0.0))
print(
    "a=20 时公式与 1 的差: "
    f"{2 / (math.exp(40) + 1):.1e}"
)
print(
    "float32 的数与 1 最少差: "
    f"{(one - nearest).item():.1e}"
)
# --8<-- [end:tanh]
