"""练习：zero_grad 放在一轮里的三个地方。"""

import torch

# 主程序的模型，和读一遍 hello 的 predict。
from prediction import predict
from program import Model

# --8<-- [start:three-places]
for place in ("开头", "中间", "最后"):
    torch.manual_seed(3332505980)
    trial = Model(4, 4)
    trial_optimizer = torch.optim.Adam(
        trial.parameters(), lr=0.1
    )
    history = []
    for _ in range(15):
        if place == "开头":
            trial_optimizer.zero_grad()
        predicted, loss = predict(trial)
        loss.backward()
        if place == "中间":
            trial_optimizer.zero_grad()
        trial_optimizer.step()
        if place == "最后":
            trial_optimizer.zero_grad()
        history.append(
            f"{predicted} {loss.item():.4f}"
        )
    print(
        f"{place}: 第 1 轮 {history[0]}，"
        f"第 15 轮 {history[14]}"
    )
    print(f"  15 轮里不同的行: {len(set(history))}")
# --8<-- [end:three-places]
