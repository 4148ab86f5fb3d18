"""掩码写漏：注意力看了填充，答案变了多少。"""

# --8<-- [start:seeds]
from pathlib import Path

import numpy as np

from fit import SHORT

file = Path(__file__).with_name(
    "train_attention.npz"
)
arrays = np.load(file)
print("补到 10，掩码写漏，十个种子的平均（最高）")
print("长度  填充上的权重    答案变了的")
for column, length in enumerate(SHORT):
    on, changed, _ = arrays["padding"][:, column].T
    line = f"{length:3}   {on.mean():.4f}"
    line += f"（{on.max():.4f}）"
    line += f"  {changed.mean():.3f}"
    line += f"（{changed.max():.3f}）"
    print(line)
# --8<-- [end:seeds]
