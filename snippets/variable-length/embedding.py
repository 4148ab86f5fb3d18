"""嵌入层等于独热向量乘矩阵：数相同，梯度也相同。"""

# --8<-- [start:same]
import torch

torch.manual_seed(0)
table = torch.nn.Embedding(5, 3)
indices = torch.tensor([4, 1, 4])

one_hot = torch.eye(5)[indices]
vectors = table(indices)
products = one_hot @ table.weight
print("取行:", tuple(vectors.shape))
print("相同:", torch.equal(vectors, products))

vectors.sum().backward()
by_rows = table.weight.grad
table.weight.grad = None
products.sum().backward()
by_product = table.weight.grad
print("梯度相同:", torch.equal(by_rows, by_product))
print("各行的梯度:", by_rows[:, 0].tolist())
# --8<-- [end:same]

# --8<-- [start:padding]
table = torch.nn.Embedding(5, 3, padding_idx=0)
vectors = table(torch.tensor([0, 1]))
vectors.sum().backward()
print("0 号:", vectors[0].tolist())
print("0 号的梯度:", table.weight.grad[0].tolist())
print("1 号的梯度:", table.weight.grad[1].tolist())
# --8<-- [end:padding]
