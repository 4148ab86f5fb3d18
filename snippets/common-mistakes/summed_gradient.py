"""忘了清零，最后的 .grad 是 15 轮梯度之和。"""

import torch

# 主程序的模型，和读一遍 hello 的 predict。
from prediction import predict
from program import Model

# --8<-- [start:sum-of-all]
torch.manual_seed(3332505980)
model = Model(4, 4)
optimizer = torch.optim.Adam(
    model.parameters(), lr=0.1
)
bias = model.cell.bias_ih
summed = torch.zeros_like(bias)
for _ in range(15):
    _, loss = predict(model)
    # 只算这一轮的，不放进 .grad；
    # 计算图留给下面的 backward。
    summed += torch.autograd.grad(
        loss, bias, retain_graph=True
    )[0]
    loss.backward()
    optimizer.step()
print(
    "最后的 grad 是 15 轮之和: "
    f"{torch.allclose(bias.grad, summed, atol=1e-4)}"
)
# --8<-- [end:sum-of-all]
