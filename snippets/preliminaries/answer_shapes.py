"""练习：不运行，说出形状与参数个数。"""

# --8<-- [start:shapes]
import torch

one_hot = torch.eye(6)
three = one_hot[[5, 0, 5]]
layer = torch.nn.Linear(6, 2)
print("one_hot[[5, 0, 5]]:", tuple(three.shape))
print("layer(three):", tuple(layer(three).shape))
print("layer.weight:", tuple(layer.weight.shape))
print(
    "参数:",
    sum(p.numel() for p in layer.parameters()),
)
# --8<-- [end:shapes]
