"""老写法把类型写死；给一个整数时，torch.Tensor 把它当作长度。"""

# --8<-- [start:fixed-types]
import torch

print(
    "torch.Tensor([3]):     "
    f"{torch.Tensor([3]).dtype}"
)
print(
    "torch.LongTensor([3]): "
    f"{torch.LongTensor([3]).dtype}"
)
print(
    "torch.tensor([3]):     "
    f"{torch.tensor([3]).dtype}"
)
print(
    "torch.Tensor(3) 的形状: "
    f"{tuple(torch.Tensor(3).shape)}"
)
three = torch.tensor(3)
print(
    "torch.tensor(3) 的形状: "
    f"{tuple(three.shape)}，值 {three.item()}"
)
# --8<-- [end:fixed-types]
