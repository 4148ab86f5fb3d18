"""训练后的两个 l：输入相同，隐藏状态不同，写出的字符不同。"""

import torch

# 训练程序里的名字：trained.py 照样训练，只是不打印。
from trained import (
    batch_size,
    inputs,
    model,
    vocab,
    x_data,
)

# --8<-- [start:same-input-different-memory]
hidden = model.init_hidden(batch_size)
with torch.no_grad():
    for index, x in zip(x_data, inputs, strict=True):
        memory = [
            round(value, 2)
            for value in hidden[0].tolist()
        ]
        hidden = model(x, hidden)
        written = vocab[hidden.argmax(dim=1).item()]
        print(
            f"记忆 {memory} 读 {vocab[index]} 写 "
            f"{written}"
        )
print(
    "两个 l 的输入相同: "
    f"{torch.equal(inputs[2], inputs[3])}"
)
# --8<-- [end:same-input-different-memory]
