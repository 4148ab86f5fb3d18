"""练习：65 个字符，得分到了极限，概率不到一半，仍然是最高的。"""

# --8<-- [start:sixty-five]
import torch

scores = torch.full((65,), -1.0)
scores[7] = 1.0
p = scores.softmax(dim=0)
print(f"正确的概率 {p[7]:.4f}，别的各 {p[0]:.4f}")
print(
    f"别的 64 个合起来 {1 - p[7]:.4f}，"
    f"得分最高的索引 {p.argmax()}"
)
# --8<-- [end:sixty-five]
