"""形状对不上时的报错。"""

# --8<-- [start:shapes]
import torch

layer = torch.nn.Linear(4, 3)
print(tuple(layer(torch.zeros(4)).shape), tuple(layer(torch.zeros(5, 4)).shape))
try:
    layer(torch.zeros(5, 3))
except RuntimeError as error:
    print(error)
# --8<-- [end:shapes]
