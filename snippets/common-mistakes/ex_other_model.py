"""练习：优化器管着的是另一个模型。"""

import torch

# 主程序的模型，和读一遍 hello 的 predict。
from prediction import predict
from program import Model

# --8<-- [start:other-model]
torch.manual_seed(3332505980)
model = Model(4, 4)
optimizer = torch.optim.Adam(
    model.parameters(), lr=0.1
)
torch.manual_seed(3332505980)
# 又建了一个：优化器手里的还是上一个的参数
model = Model(4, 4)
for epoch in range(15):
    optimizer.zero_grad()
    predicted, loss = predict(model)
    loss.backward()
    optimizer.step()
    if epoch in (0, 1, 14):
        print(
            f"第 {epoch + 1} 轮: {predicted} "
            f"{loss.item():.4f}"
        )

managed = {
    id(p)
    for group in optimizer.param_groups
    for p in group["params"]
}
present = {id(p) for p in model.parameters()}
print(f"优化器管着现在的参数: {managed == present}")
gradient = model.cell.bias_ih.grad
print(f"现在的参数有梯度: {gradient is not None}")
# --8<-- [end:other-model]
