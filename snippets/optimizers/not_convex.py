"""本课的损失不是凸函数：中间的一点比两端的平均还高。"""

import contextlib
import copy
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自前面的程序；它们印的东西这里用不着。
earlier = Path(__file__).with_name("adam_by_hand.py")
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(earlier))
by_torch, predict = main["by_torch"], main["predict"]

# --8<-- [start:higher-in-the-middle]
heights = []
for scale in (0, -2, -1):
    scaled = copy.deepcopy(by_torch)
    with torch.no_grad():
        for parameter in scaled.parameters():
            parameter *= scale
    heights.append(predict(scaled)[1].item())
zero, far, middle = heights
average = (zero + far) / 2
print(f"两端的损失 {zero:.2f} 与 {far:.2f}，平均 {average:.2f}")
print(f"正中间的损失 {middle:.2f}，高过平均: {middle > average}")
# --8<-- [end:higher-in-the-middle]
