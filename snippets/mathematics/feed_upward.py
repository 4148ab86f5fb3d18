"""两个单层 RNN 上下相接，就是一个两层 RNN。"""

# --8<-- [start:feed-upward]
import torch

torch.manual_seed(0)
rnn = torch.nn.RNN(
    input_size=5, hidden_size=6, num_layers=2
)
inputs = torch.randn(4, 2, 5)
output, h_n = rnn(inputs)

names = [
    "weight_ih_l0",
    "weight_hh_l0",
    "bias_ih_l0",
    "bias_hh_l0",
]
parameters = list(rnn.parameters())
below = inputs
for layer in (0, 1):
    single = torch.nn.RNN(
        input_size=below.shape[2], hidden_size=6
    )
    own = parameters[4 * layer : 4 * layer + 4]
    single.load_state_dict(
        dict(zip(names, own, strict=True))
    )
    # 这一层每一步的隐藏状态
    states, _ = single(below)
    print(
        f"第 {layer + 1} 层: {tuple(below.shape)} "
        f"-> {tuple(states.shape)}"
    )
    same = torch.allclose(states[-1], h_n[layer])
    print(f"  最后一步等于 h_n[{layer}]: {same}")
    below = states  # 整串交给上面一层

print(
    "第 2 层的每一步等于 output:",
    torch.allclose(below, output),
)
from_zeros, _ = rnn(inputs, torch.zeros(2, 2, 6))
print(
    "每层都从全零开始:",
    torch.equal(from_zeros, output),
)
# --8<-- [end:feed-upward]
