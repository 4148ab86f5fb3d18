"""由公式算 RNNCell 的参数个数，与 PyTorch 数出来的比较。"""

# --8<-- [start:count]
import torch

for d, n in [(4, 4), (3, 2), (10, 20)]:
    torch.manual_seed(0)
    cell = torch.nn.RNNCell(input_size=d, hidden_size=n)
    counted = sum(p.numel() for p in cell.parameters())
    formula = n * (d + n + 2)
    print(f"RNNCell({d}, {n}): 公式 {formula}，PyTorch {counted}")
# --8<-- [end:count]
