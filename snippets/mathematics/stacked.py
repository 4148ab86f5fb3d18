"""三层 RNN：参数的名字、形状、个数，output 与 h_n 的形状。"""

# --8<-- [start:parameters]
import torch

torch.manual_seed(0)
rnn = torch.nn.RNN(
    input_size=5, hidden_size=6, num_layers=3
)

counts = [0, 0, 0]
for name, parameter in rnn.named_parameters():
    print(
        f"{name:12}: shape={tuple(parameter.shape)}"
    )
    counts[int(name[-1])] += parameter.numel()
print(f"每层的参数: {counts}，共 {sum(counts)} 个")
same = torch.equal(
    rnn.weight_hh_l0, rnn.weight_hh_l1
)
print(f"第 1、2 层的 weight_hh 相同: {same}")
# --8<-- [end:parameters]


# --8<-- [start:shapes]
seq_len = 4
batch_size = 2
inputs = torch.randn(seq_len, batch_size, 5)
output, h_n = rnn(inputs)

print(f"inputs: shape={tuple(inputs.shape)}")
print(f"output: shape={tuple(output.shape)}")
print(f"h_n   : shape={tuple(h_n.shape)}")
print(
    "output[-1] 等于 h_n[-1]:",
    torch.equal(output[-1], h_n[-1]),
)
# --8<-- [end:shapes]
