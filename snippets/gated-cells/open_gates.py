"""没有训练过的 LSTM：遗忘门平均多大，只走直路的梯度剩多少。"""

import torch

from cells import SETTINGS, build

torch.set_num_threads(1)

# --8<-- [start:open]
print("             遗忘门  直路，隔 50 步")
for name in ("LSTM", "LSTM 偏置 1", "LSTM 偏置 3"):
    gates, left = [], []
    for seed in range(10):
        lstm = build(*SETTINGS[name], seed).double()
        xs = torch.eye(8).double()[
            torch.randint(8, (100,))
        ]
        with torch.no_grad():
            states = lstm(xs)[0]
            before = torch.cat(
                [
                    torch.zeros(1, 32).double(),
                    states[:-1],
                ]
            )
            a = (
                xs @ lstm.weight_ih_l0.T
                + before @ lstm.weight_hh_l0.T
                + lstm.bias_ih_l0
                + lstm.bias_hh_l0
            )
            # 一行一步，一列一个分量
            f = a[:, 32:64].sigmoid()
        gates.append(f.mean())
        # 末 50 步的遗忘门连乘，各分量取平均
        left.append(f[-50:].prod(dim=0).mean())
    gate = torch.stack(gates).mean()
    direct = torch.stack(left).log().mean().exp()
    wide = 12 - sum(c > "一" for c in name)
    print(
        f"{name:{wide}}  {gate:.2f}    {direct:.1e}"
    )
# --8<-- [end:open]
