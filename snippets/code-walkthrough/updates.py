"""训练之后问优化器：管着几个数，改过几次。"""

import contextlib
import runpy
from pathlib import Path

# 页面上这些名字来自主程序；它印的 15 行这里用不着。
train_program = Path(__file__).parents[1] / "char-rnn" / "train.py"
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(train_program))
optimizer, model, num_epochs = main["optimizer"], main["model"], main["num_epochs"]

# --8<-- [start:ask-the-optimizer]
managed = optimizer.param_groups[0]["params"]
updates = int(optimizer.state[model.cell.weight_ih]["step"])
print(f"epoch: {[epoch + 1 for epoch in range(num_epochs)]}")
print(f"优化器管着的数: {sum(p.numel() for p in managed)} 个")
print(f"改过的次数: {updates}")
# --8<-- [end:ask-the-optimizer]
