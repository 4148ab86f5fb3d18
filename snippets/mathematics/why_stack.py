"""两层的 RNN 能算的，一个两倍大的单层 RNN 晚一步也能算。"""

# --8<-- [start:skewed]
import torch

torch.manual_seed(0)
stacked = torch.nn.RNN(
    5, 6, num_layers=2, bias=False
)
wide = torch.nn.RNN(5, 12, bias=False)
W_xh_1, W_hh_1, W_xh_2, W_hh_2 = stacked.parameters()

# wide 的前 6 个数当第 1 层，
# 后 6 个数当晚一步的第 2 层。
with torch.no_grad():
    for weight in wide.parameters():
        weight.zero_()
    wide.weight_ih_l0[:6] = W_xh_1
    wide.weight_hh_l0[:6, :6] = W_hh_1
    wide.weight_hh_l0[6:, :6] = W_xh_2
    wide.weight_hh_l0[6:, 6:] = W_hh_2

inputs = torch.randn(10, 5)
by_stacked, _ = stacked(inputs)
by_wide, _ = wide(inputs)
same = torch.allclose(
    by_stacked[:-1], by_wide[1:, 6:]
)
print("晚一步就相同:", same)
for name, rnn in [("两层", stacked), ("单层", wide)]:
    count = sum(p.numel() for p in rnn.parameters())
    print(f"{name}: {count} 个参数")
# --8<-- [end:skewed]
