"""在 RNNCell 后面接一个 Linear 作输出层，看各处的形状。"""

# --8<-- [start:output-layer]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=3)
output_layer = torch.nn.Linear(
    in_features=3, out_features=4
)

x = torch.randn(1, 4)
hidden = cell(x, torch.zeros(1, 3))
y = output_layer(hidden)

print(f"hidden: shape={tuple(hidden.shape)}")
print(
    "weight: shape="
    f"{tuple(output_layer.weight.shape)}"
)
print(
    f"bias  : shape={tuple(output_layer.bias.shape)}"
)
print(f"y     : shape={tuple(y.shape)}")
W_hy, b_y = output_layer.weight, output_layer.bias
print(
    "与公式相同:",
    torch.allclose(y, hidden @ W_hy.T + b_y),
)
# --8<-- [end:output-layer]
