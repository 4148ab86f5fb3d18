"""两两比较四个字符：索引相差多少，独热向量相距多少。"""

import torch

vocab = ["e", "h", "l", "o"]
one_hot_table = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]

# --8<-- [start:index-against-one-hot]
from itertools import combinations

rows = torch.tensor(
    one_hot_table, dtype=torch.float32
)
for i, j in combinations(range(len(vocab)), 2):
    distance = torch.dist(rows[i], rows[j]).item()
    print(
        f"{vocab[i]} 与 {vocab[j]}: 索引差 "
        f"{j - i}，独热距离 {distance:.4f}"
    )
# --8<-- [end:index-against-one-hot]
