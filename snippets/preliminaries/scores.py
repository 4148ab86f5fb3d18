"""得分、softmax、交叉熵，在同样的四个数上。"""

# --8<-- [start:softmax]
import math

scores = [2.0, 1.0, 0.0, -1.0]
positive = [math.exp(score) for score in scores]
probabilities = [value / sum(positive) for value in positive]
print("e 的得分次方：", " ".join(f"{value:.4f}" for value in positive))
print("概率：", " ".join(f"{p:.4f}" for p in probabilities))
print(f"和：{sum(probabilities):.4f}")
shifted = [math.exp(score + 5) for score in scores]
print("都加 5：", " ".join(f"{v / sum(shifted):.4f}" for v in shifted))
# --8<-- [end:softmax]

# --8<-- [start:minus-log]
for p in (1.0, 0.5, 0.25, 0.01):
    print(f"概率 {p:.2f}：损失 {math.log(1 / p):.4f}")
two_steps = -math.log(0.5) - math.log(0.25)
print(f"两步相加 {two_steps:.4f}，概率相乘之后 {-math.log(0.5 * 0.25):.4f}")
# --8<-- [end:minus-log]

# --8<-- [start:cross-entropy]
import torch

logits = torch.tensor([scores])
print(" ".join(f"{p:.4f}" for p in torch.softmax(logits, dim=1)[0].tolist()))
for target in (0, 3):
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor([target]))
    print(
        f"正确的是第 {target} 个：{loss.item():.4f}，{-math.log(probabilities[target]):.4f}"
    )
print("得分最高的是第", logits.argmax(dim=1).item(), "个")
# --8<-- [end:cross-entropy]
