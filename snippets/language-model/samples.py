"""训练好的 GRU 写诗：温度，总取最高的，指定的字。"""

# --8<-- [start:rounded]
import numpy as np

from fit import held_out_loss
from poet import model
from results import RESULTS

now = (
    held_out_loss(model, "test").mean().exp().item()
)
then = np.exp(RESULTS["GRU"]["test"][0].mean())
print(f"测试集的困惑度，原来的权重 {then:.2f}")
print(f"舍入成 8 位整数之后       {now:.2f}")
# --8<-- [end:rounded]

# --8<-- [start:temperature]
from poet import model
from writing import write

for temperature in (0.5, 0.8, 1.0, 1.5):
    print(f"温度 {temperature}")
    for poem in write(model, 2, temperature):
        print(poem[:26])
# --8<-- [end:temperature]

# --8<-- [start:greedy]
for first in "春山白":
    print(write(model, 1, 0, {0: first})[0])
# --8<-- [end:greedy]

# --8<-- [start:acrostic]
given = dict(
    zip((0, 6, 12, 18), "春夏秋冬", strict=True)
)
for poem in write(model, 3, 0.8, given):
    print(poem)
# --8<-- [end:acrostic]
