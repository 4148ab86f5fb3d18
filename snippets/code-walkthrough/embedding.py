"""嵌入层按索引取一行，等于独热向量乘它的矩阵。"""

import torch

x_one_hot = [
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
x_data = [1, 0, 2, 2, 3]

# --8<-- [start:same-as-one-hot]
torch.manual_seed(0)
# 4 个字符，每个换成 3 个数
embedding = torch.nn.Embedding(4, 3)
looked_up = embedding(torch.tensor(x_data))
rows = torch.tensor(x_one_hot).float()
multiplied = rows @ embedding.weight
print(f"取出 {tuple(looked_up.shape)}")
print(
    "与独热向量乘矩阵相同: "
    f"{torch.equal(looked_up, multiplied)}"
)
print(f"可以训练: {embedding.weight.requires_grad}")
# --8<-- [end:same-as-one-hot]
