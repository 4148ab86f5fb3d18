"""同一组梯度，Adam 与 SGD 的第一步各走多远。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自前面的程序；它们印的东西这里用不着。
earlier = Path(__file__).parents[1] / "code-walkthrough" / "before_update.py"
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(earlier))
Model, predict = main["Model"], main["predict"]
input_size = main["input_size"]
hidden_size = main["hidden_size"]

# --8<-- [start:distance-moved]
for optimizer_class in (torch.optim.Adam, torch.optim.SGD):
    torch.manual_seed(3332505980)
    trial = Model(input_size, hidden_size)
    start = trial.cell.bias_ih.detach().clone()
    trial_optimizer = optimizer_class(trial.parameters(), lr=0.1)
    _, loss = predict(trial)
    loss.backward()
    trial_optimizer.step()
    gradients = trial.cell.bias_ih.grad.tolist()
    moves = (trial.cell.bias_ih - start).tolist()
    print(f"{optimizer_class.__name__}，学习率 0.1")
    for gradient, move in zip(gradients, moves, strict=True):
        print(f"  梯度 {gradient:7.4f}  走了 {move:7.4f}")
# --8<-- [end:distance-moved]
