"""练习：SGD 的动量换成 Nesterov 动量。

用时不到 2 秒，导入 PyTorch 另算。
"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自前面的程序；它们印的东西这里用不着。
earlier = Path(__file__).with_name("hundred_seeds.py")
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(earlier))
train_all, left_by = main["train_all"], main["left_by"]

# --8<-- [start:look-ahead]
for nesterov in (False, True):
    correct, _ = train_all(torch.optim.SGD, lr=0.1, momentum=0.9, nesterov=nesterov)
    print(
        f"{'Nesterov 动量' if nesterov else '普通动量'}: 15 轮 {correct[14].sum()}，"
        f"30 轮 {correct[29].sum()}，又错 {left_by(correct)[14].sum()}"
    )

# 照公式走三步，与 PyTorch 核对。
theta, walked, u = torch.zeros(1, requires_grad=True), 0.0, 0.0
ahead = torch.optim.SGD([theta], lr=0.1, momentum=0.9, nesterov=True)
for g in (1.0, -2.0, 4.0):
    theta.grad = torch.tensor([g])
    ahead.step()
    u = 0.9 * u + g
    walked -= 0.1 * (g + 0.9 * u)
print(f"走三步到 {theta.item():.3f}，照公式到 {walked:.3f}")
# --8<-- [end:look-ahead]
