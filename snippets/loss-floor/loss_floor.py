"""没有输出层时，四类的最大概率与损失的下限。"""

# --8<-- [start:floor]
import math

import torch

# tanh 够不到的极限：正确的一类是 1，其余三类是 -1。
limit = torch.tensor([1.0, -1.0, -1.0, -1.0])
largest = torch.softmax(limit, dim=0)[0].item()
floor = math.log(1 + 3 * math.exp(-2))

print(f"最大概率: {largest:.4f}")
print(f"一步损失的下限: {floor:.5f}")
print(f"五步之和的下限: {5 * floor:.5f}")
# --8<-- [end:floor]

# --8<-- [start:mean]
scores = limit.repeat(5, 1)  # 五步都取到极限，形状 (5, 4)
labels = torch.zeros(5, dtype=torch.long)  # 正确的是第 0 类
mean = torch.nn.CrossEntropyLoss()(scores, labels)
print(f"五步一次交给 CrossEntropyLoss: {mean:.5f}")
# --8<-- [end:mean]
