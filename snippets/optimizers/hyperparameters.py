"""两个优化器的更新公式里各有几个可以调的数。"""

import torch

# --8<-- [start:defaults]
parameter = torch.zeros(1, requires_grad=True)
adam = torch.optim.Adam([parameter]).defaults
sgd = torch.optim.SGD([parameter]).defaults
for name in ("lr", "betas", "eps"):
    print(f"Adam {name}: {adam[name]}")
for name in ("lr", "momentum"):
    print(f"SGD  {name}: {sgd[name]}")
# --8<-- [end:defaults]
