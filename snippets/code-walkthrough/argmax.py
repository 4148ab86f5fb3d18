"""从得分到字符：argmax、torch.max、softmax、item。"""

import torch

vocab = ["e", "h", "l", "o"]

# --8<-- [start:largest-score]
# (batch, 类别数)
logits = torch.tensor([[0.25, -0.75, 0.875, 0.125]])
probabilities = torch.softmax(logits, dim=1)
values, indices = torch.max(logits, dim=1)
best = logits.argmax(dim=1)

print(
    f"torch.max: values={values.tolist()}, "
    f"indices={indices.tolist()}"
)
print(f"argmax:    {best.tolist()}")
same = torch.equal(best, probabilities.argmax(dim=1))
print(f"先做 softmax 再取 argmax，结果相同: {same}")
scored = logits.clone().requires_grad_()
print(
    "argmax 留在计算图里: "
    f"{scored.argmax(dim=1).requires_grad}"
)
print(
    f"item():    {best.item()} -> "
    f"'{vocab[best.item()]}'"
)
# --8<-- [end:largest-score]
