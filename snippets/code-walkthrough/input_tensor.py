"""列表变成张量的三步：形状与数据类型。"""

import torch

x_one_hot = [
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
batch_size = 1
input_size = 4
inputs = torch.tensor(x_one_hot, dtype=torch.float32)
inputs = inputs.view(-1, batch_size, input_size)


# --8<-- [start:shape-and-dtype]
def describe(name, tensor):
    """打印张量的名字、形状和数据类型。"""
    print(
        f"{name}: {tuple(tensor.shape)} "
        f"{tensor.dtype}"
    )


describe("不写 dtype", torch.tensor(x_one_hot))
describe(
    "写了 dtype",
    torch.tensor(x_one_hot, dtype=torch.float32),
)
describe("再加上 view", inputs)
flat = torch.tensor(x_one_hot).float().flatten()
print(
    f"{flat.numel()} 个数没变: "
    f"{torch.equal(inputs.flatten(), flat)}"
)
print(f"inputs[0] = {inputs[0].tolist()}")
# --8<-- [end:shape-and-dtype]
