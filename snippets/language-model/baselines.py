"""不用网络的基线：一元到四元文法，位置，位置与二元的混合。"""

# --8<-- [start:baselines]
import numpy as np

from ngrams import all_baselines

print("              验证   测试")
for name, (losses, valid) in all_baselines().items():
    test = np.exp(losses.mean())
    space = "　" * (6 - len(name))
    print(f"{name}{space}{valid:6.1f} {test:6.1f}")
# --8<-- [end:baselines]
