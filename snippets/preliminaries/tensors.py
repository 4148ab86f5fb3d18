"""张量与形状、下标，几个 Python 的短写法，独热向量，全连接层。"""

# --8<-- [start:shape]
import torch

vector = torch.tensor([1.0, 2.0, 4.0])
matrix = torch.zeros(2, 3)
matrix[1, 2] = 5.0

print(
    "vector:", tuple(vector.shape), vector.tolist()
)
print(
    "matrix:", tuple(matrix.shape), matrix.tolist()
)
print(
    "matrix[1]:",
    tuple(matrix[1].shape),
    matrix[1].tolist(),
)
print("matrix[1, 2]:", matrix[1, 2].item())
print(
    "vector[:2]:",
    vector[:2].tolist(),
    "和:",
    vector.sum().item(),
)
column = torch.tensor([1, 0, 2], dtype=torch.float32)
column = column.view(3, 1)
print(
    "view(3, 1):",
    tuple(column.shape),
    column.tolist(),
)
# --8<-- [end:shape]

# --8<-- [start:python]
vocab = sorted(set("hello"))
print(vocab)
for index, char in enumerate(vocab):
    print(index, char)
indices = [vocab.index(char) for char in "hello"]
print(indices)
pairs = [
    x + y
    for x, y in zip("hello", "ohlol", strict=True)
]
print(pairs)
# --8<-- [end:python]

# --8<-- [start:one-hot]
one_hot = torch.eye(4)
print("第 2 行:", one_hot[2].tolist())
hello = one_hot[indices]
print("hello:", tuple(hello.shape))
same = torch.nn.functional.one_hot(
    torch.tensor(indices)
)
print(
    "与 one_hot 相同:",
    torch.equal(hello.long(), same),
)
# --8<-- [end:one-hot]

# --8<-- [start:linear]
torch.manual_seed(0)
layer = torch.nn.Linear(3, 2)
by_hand = layer.weight @ vector + layer.bias
print(
    "weight:",
    tuple(layer.weight.shape),
    "bias:",
    tuple(layer.bias.shape),
)
print(
    "与手算相同:",
    torch.allclose(layer(vector), by_hand),
)
print(
    "参数:",
    sum(p.numel() for p in layer.parameters()),
    "个",
)
print(
    "五行一起算:",
    tuple(layer(torch.randn(5, 3)).shape),
)
# --8<-- [end:linear]
