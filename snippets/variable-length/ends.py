"""双向时 output[-1] 不是拼起来的 h_n。"""

# --8<-- [start:ends]
import torch

torch.manual_seed(0)
rnn = torch.nn.RNN(5, 3, bidirectional=True)
output, h_n = rnn(torch.randn(4, 2, 5))
both = torch.cat([h_n[0], h_n[1]], dim=1)
print("output[-1]:", tuple(output[-1].shape))
print("拼起来的 h_n:", tuple(both.shape))
same = (output[-1] == both).all(0)
print("各列相同吗:", same.int().tolist())
ends = [output[-1, :, :3], output[0, :, 3:]]
print(
    "改成末步与首步:",
    torch.equal(torch.cat(ends, dim=1), both),
)
# --8<-- [end:ends]
