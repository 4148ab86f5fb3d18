"""练习：LSTM、GRU、RNN 各有几个参数。"""

# --8<-- [start:count]
import torch

d, n = 10, 20
for kind in (
    torch.nn.RNN,
    torch.nn.GRU,
    torch.nn.LSTM,
):
    cell = kind(d, n)
    count = sum(p.numel() for p in cell.parameters())
    blocks = cell.weight_ih_l0.shape[0] // n
    formula = blocks * n * (d + n + 2)
    print(
        f"{kind.__name__:4} {blocks} 段: "
        f"{count} 个参数，公式 {formula}"
    )
# --8<-- [end:count]
