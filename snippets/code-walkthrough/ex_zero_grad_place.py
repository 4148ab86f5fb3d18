"""练习：zero_grad 放在一轮里的三个地方。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自前面的程序；它们印的东西这里用不着。
earlier = Path(__file__).with_name("before_update.py")
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(earlier))
Model, predict = main["Model"], main["predict"]
input_size = main["input_size"]
hidden_size = main["hidden_size"]

# --8<-- [start:three-places]
for place in ("开头", "中间", "最后"):
    torch.manual_seed(3332505980)
    trial = Model(input_size, hidden_size)
    trial_optimizer = torch.optim.Adam(trial.parameters(), lr=0.1)
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
        history.append(f"{predicted} {loss.item():.4f}")
    print(f"{place}: 第 1 轮 {history[0]}，第 15 轮 {history[14]}")
    print(f"  15 轮里不同的行: {len(set(history))}")
# --8<-- [end:three-places]
