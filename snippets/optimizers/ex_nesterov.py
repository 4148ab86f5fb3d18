"""练习：SGD 的动量换成 Nesterov 动量。"""

import torch

# 课文前面写好的两个函数：一起训练 100 个种子；数写对之后又写错的。
from batch_training import left_by, train_all

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
