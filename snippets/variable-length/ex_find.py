"""练习：填充的一批上，双向的取 output[:, -1]。"""

# --8<-- [start:find]
import torch

torch.manual_seed(0)
rnn = torch.nn.RNN(
    4, 3, batch_first=True, bidirectional=True
)
vectors = torch.randn(3, 6, 4)
lengths = torch.tensor([6, 4, 2])
mask = torch.arange(6) < lengths[:, None]
vectors = vectors * mask[:, :, None]


def equal(a, b):
    return torch.allclose(a, b, atol=1e-6)


print("长度  向右的一半对  向左的一半对")
output, _ = rnn(vectors)
for k, length in enumerate(lengths):
    _, h_n = rnn(vectors[k, :length])
    found = output[k, -1]
    right = equal(found[:3], h_n[0])
    left = equal(found[3:], h_n[1])
    print(
        f"{length:3}   {right!s:>10}    {left!s:>10}"
    )
# --8<-- [end:find]
