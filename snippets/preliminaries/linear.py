"""全连接层：乘一个矩阵，加一个向量。"""

# --8<-- [start:linear]
import torch

torch.manual_seed(0)
layer = torch.nn.Linear(3, 2)
for name, parameter in layer.named_parameters():
    print(name, tuple(parameter.shape))
x = torch.tensor([1.0, 0.0, 2.0])
by_hand = layer.weight @ x + layer.bias
print(torch.allclose(layer(x), by_hand))
# --8<-- [end:linear]
