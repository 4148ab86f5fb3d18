"""老写法把类型写死；给一个整数时，torch.Tensor 把它当作长度。"""

# --8<-- [start:fixed-types]
import torch

print(f"torch.Tensor([3]):     {torch.Tensor([3]).dtype}")
print(f"torch.LongTensor([3]): {torch.LongTensor([3]).dtype}")
print(f"torch.tensor([3]):     {torch.tensor([3]).dtype}")
print(f"torch.Tensor(3) 的形状: {tuple(torch.Tensor(3).shape)}")
three = torch.tensor(3)
print(f"torch.tensor(3) 的形状: {tuple(three.shape)}，值 {three.item()}")
# --8<-- [end:fixed-types]
