"""没有训练过的 LSTM：遗忘门平均多大，只走直路的梯度剩多少。"""

import torch

from cells import SETTINGS, build

torch.set_num_threads(1)


# --8<-- [start:open]
def walk(lstm, xs, direct):
    """逐步算，返回末步的 h 与遗忘门的平均；
    direct 为真时，h 当作给定的数，只剩 c 到 c。"""
    h = c = torch.zeros(32).double()
    gates = []
    for x in xs:
        before = h.detach() if direct else h
        a = (
            lstm.weight_ih_l0 @ x
            + lstm.bias_ih_l0
            + lstm.weight_hh_l0 @ before
            + lstm.bias_hh_l0
        )
        i, f, g, o = a.split(32)
        gates.append(f.detach().sigmoid().mean())
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        h = o.sigmoid() * c.tanh()
    return h, torch.stack(gates).mean()


print("隔 50 步      遗忘门  只走直路  所有的路")
for name in ("LSTM", "LSTM 偏置 1", "LSTM 偏置 3"):
    left, gates = {True: [], False: []}, []
    for seed in range(10):
        lstm = build(*SETTINGS[name], seed).double()
        chars = torch.randint(8, (100,))
        weights = torch.randn(32).double()
        for direct, found in left.items():
            xs = torch.eye(8).double()[chars]
            xs.requires_grad_()
            last, gate = walk(lstm, xs, direct)
            (last * weights).sum().backward()
            sizes = xs.grad.norm(dim=1).flip(0)
            found.append(
                (sizes[50] / sizes[0]).log()
            )
        gates.append(gate)
    one, every = [
        torch.stack(found).mean().exp()
        for found in left.values()
    ]
    gate = torch.stack(gates).mean()
    wide = 12 - sum(c > "一" for c in name)
    print(
        f"{name:{wide}}   {gate:.2f}   "
        f"{one:.1e}   {every:.1e}"
    )
# --8<-- [end:open]
