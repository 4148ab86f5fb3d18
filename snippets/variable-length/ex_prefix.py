"""练习：三种网络，哪几种偷看；查不出的一种。"""

# --8<-- [start:three]
import torch

torch.manual_seed(0)
gru = torch.nn.GRU(4, 8, batch_first=True)


def plain(x):
    return gru(x)[0]


def centered(x):
    return gru(x - x.mean(1, keepdim=True))[0]


def shifted(x):
    """第 t 格读第 t-1 格的输入，第 0 格读零。"""
    zeros = torch.zeros_like(x[:, :1])
    return gru(torch.cat([zeros, x[:, :-1]], 1))[0]


x = torch.randn(8, 6, 4)
outside = x - x.mean(1, keepdim=True)
for name, net, given in (
    ("plain", plain, x),
    ("centered", centered, x),
    ("shifted", shifted, x),
    ("outside", plain, outside),
):
    with torch.no_grad():
        whole = net(given)
        gaps = [
            (
                whole[:, t]
                - net(given[:, : t + 1])[:, t]
            )
            .abs()
            .max()
            for t in range(6)
        ]
    texts = [f"{gap:.3f}" for gap in gaps]
    print(f"{name:8}", *texts)
# --8<-- [end:three]
