"""摊平的次序不一致：不报错，损失错。"""

# --8<-- [start:flatten]
import torch

from next_symbol import loss_of, make, train

x, y, lengths = make(2, 400)
net = train(False, 100)
with torch.no_grad():
    logits = net(x, lengths)
# 换成默认的布局：步在第 0 维
by_step = logits.transpose(0, 1)
print("得分:", tuple(by_step.shape))
print("目标:", tuple(y.shape))
print(f"各自摊平:   {loss_of(by_step, y):.3f}")
print(f"目标先转置: {loss_of(by_step, y.T):.3f}")
uniform = torch.log(torch.tensor(6.0))
print(f"等概率:     {uniform:.3f}")
# --8<-- [end:flatten]
