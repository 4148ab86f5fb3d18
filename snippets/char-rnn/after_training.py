"""训练结束后再读一遍 hello，不再更新参数。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 训练好的模型取自主程序；它印的 15 行这里用不着。
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(Path(__file__).with_name("train.py")))
model, criterion, vocab = main["model"], main["criterion"], main["vocab"]
inputs, labels = main["inputs"], main["labels"]
batch_size = main["batch_size"]

# --8<-- [start:read-again]
with torch.no_grad():
    hidden = model.init_hidden(batch_size)
    loss = 0
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        hidden = model(x, hidden)
        loss += criterion(hidden, label)
        predicted += vocab[hidden.argmax(dim=1).item()]

print(f"更新 15 次之后: {predicted}, loss={loss.item():.4f}")
# --8<-- [end:read-again]
