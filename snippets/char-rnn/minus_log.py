"""正确字符的概率越接近 1，-ln p 越接近 0。

用时不到 1 秒，导入 PyTorch 另算。
"""

# --8<-- [start:closer-to-one]
import math

for p in [0.01, 0.25, 0.5, 0.9, 0.99]:
    print(f"p = {p:.2f}  -ln p = {-math.log(p):.4f}")
# --8<-- [end:closer-to-one]
