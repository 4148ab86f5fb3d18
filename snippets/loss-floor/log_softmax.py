"""交叉熵的四种算法结果相同；得分很大时，先 softmax 再取对数会出错。"""

# --8<-- [start:four-ways]
import torch
from torch.nn.functional import (
    cross_entropy,
    log_softmax,
    nll_loss,
)

# 1 步，4 个得分
z = torch.tensor([[-0.5, 0.9, 0.1, 0.4]])
c = torch.tensor([3])  # 正确字符的索引
p = z.softmax(dim=1)
relative = z[0] - z[0, 3]
values = {
    "先 softmax，再取 -ln": -p[0, 3].log(),
    "只用得分之差": relative.exp().sum().log(),
    "log_softmax + nll_loss": nll_loss(
        log_softmax(z, dim=1), c
    ),
    "cross_entropy": cross_entropy(z, c),
    "得分都加 100": cross_entropy(z + 100, c),
}
for name, value in values.items():
    print(f"{value:.4f}  {name}")
# --8<-- [end:four-ways]

# --8<-- [start:underflow]
z = torch.tensor([[200.0, 0.0, 0.0, 0.0]])
print(
    "先 softmax，再取对数:",
    z.softmax(dim=1).log()[0].tolist(),
)
for name, v in {
    "照式子算": z,
    "先减最大的": z - z.max(),
}.items():
    v = v - v.exp().sum().log()
    print(f"{name}:", v[0].tolist())
print(
    "log_softmax:", log_softmax(z, dim=1)[0].tolist()
)

z.requires_grad_()
z.softmax(dim=1).log()[0, 1].backward()
print("先 softmax，导数:", z.grad[0].tolist())
# --8<-- [end:underflow]
