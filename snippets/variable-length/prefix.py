"""没有训练过也查得出：整条与前缀比。"""

# --8<-- [start:prefix]
import torch


def prefix_gap(net, x):
    """读整条与只读前缀，同一格差多少。"""
    with torch.no_grad():
        whole = net(x)[0]
        gaps = [
            (
                whole[:, t]
                - net(x[:, : t + 1])[0][:, t]
            )
            .abs()
            .max()
            for t in range(x.shape[1])
        ]
    return torch.stack(gaps)


torch.manual_seed(0)
x = torch.randn(8, 6, 4)
for two in (False, True):
    for seed in range(3):
        torch.manual_seed(seed)
        rnn = torch.nn.RNN(
            4, 8, batch_first=True, bidirectional=two
        )
        gaps = prefix_gap(rnn, x)
        texts = [f"{gap:.3f}" for gap in gaps]
        name = "双向" if two else "单向"
        print(name, seed, *texts)
# --8<-- [end:prefix]
