"""由公式算 RNNCell 的参数个数，与 PyTorch 数出来的比较。"""

# --8<-- [start:count]
import torch

for d, n in [(4, 4), (3, 2), (10, 20)]:
    torch.manual_seed(0)
    cell = torch.nn.RNNCell(
        input_size=d, hidden_size=n
    )
    counted = sum(
        p.numel() for p in cell.parameters()
    )
    formula = n * (d + n + 2)
    print(
        f"RNNCell({d}, {n}): 公式 {formula}，"
        f"PyTorch {counted}"
    )

rnn = torch.nn.RNN(10, 20, num_layers=3)
counted = sum(p.numel() for p in rnn.parameters())
# 上面两层的输入是下面一层的隐藏状态，d 换成 n。
formula = 20 * (10 + 20 + 2) + 2 * 20 * (20 + 20 + 2)
print(
    f"RNN(10, 20, num_layers=3): 公式 {formula}，"
    f"PyTorch {counted}"
)
# --8<-- [end:count]
