"""predict：用现在的参数读一遍 hello，写出字符串，算出损失。"""

# 训练程序里的名字：trained.py 照样训练，只是不打印。
from trained import (
    batch_size,
    criterion,
    inputs,
    labels,
    vocab,
)


# --8<-- [start:predict]
def predict(model):
    """读一遍 hello，返回写出的字符串和五步损失之和。"""
    hidden = model.init_hidden(batch_size)
    loss = 0
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        hidden = model(x, hidden)
        loss += criterion(hidden, label)
        index = hidden.argmax(dim=1).item()
        predicted += vocab[index]
    return predicted, loss


# --8<-- [end:predict]
