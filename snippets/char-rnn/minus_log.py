"""正确字符的概率越接近 1，-ln p 越接近 0。"""

# --8<-- [start:closer-to-one]
import math

for p in [0.01, 0.25, 0.5, 0.9, 0.99]:
    print(f"p = {p:.2f}  -ln p = {-math.log(p):.4f}")
# --8<-- [end:closer-to-one]
