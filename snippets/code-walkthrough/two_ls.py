"""训练后的两个 l：输入相同，隐藏状态不同，写出的字符不同。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自主程序；它印的 15 行这里用不着。
train_program = Path(__file__).parents[1] / "char-rnn" / "train.py"
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(train_program))
model, vocab, batch_size = main["model"], main["vocab"], main["batch_size"]
x_data, inputs = main["x_data"], main["inputs"]

# --8<-- [start:same-input-different-memory]
hidden = model.init_hidden(batch_size)
with torch.no_grad():
    for index, x in zip(x_data, inputs, strict=True):
        memory = " ".join(f"{value:5.2f}" for value in hidden[0])
        hidden = model(x, hidden)
        written = vocab[hidden.argmax(dim=1).item()]
        print(f"记忆 [{memory}] 读 {vocab[index]} 写 {written}")
print(f"两个 l 的输入相同: {torch.equal(inputs[2], inputs[3])}")
# --8<-- [end:same-input-different-memory]
