"""每一轮印出的字符串来自更新前的参数。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自主程序；它印的 15 行这里用不着。
train_program = Path(__file__).parents[1] / "char-rnn" / "train.py"
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(train_program))
Model, criterion = main["Model"], main["criterion"]
vocab, inputs, labels = main["vocab"], main["inputs"], main["labels"]
input_size = main["input_size"]
hidden_size = main["hidden_size"]
batch_size = main["batch_size"]


# --8<-- [start:predict]
def predict(model):
    """读一遍 hello，返回写出的字符串和五步损失之和。"""
    hidden = model.init_hidden(batch_size)
    loss = 0
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        hidden = model(x, hidden)
        loss += criterion(hidden, label)
        predicted += vocab[hidden.argmax(dim=1).item()]
    return predicted, loss


# --8<-- [end:predict]


# --8<-- [start:predict-again]
torch.manual_seed(3332505980)
replay = Model(input_size, hidden_size)
replay_optimizer = torch.optim.Adam(replay.parameters(), lr=0.1)
for epoch in range(4):
    before, loss = predict(replay)
    replay_optimizer.zero_grad()
    loss.backward()
    replay_optimizer.step()
    after, _ = predict(replay)
    print(f"第 {epoch + 1} 轮: 更新前 {before}，更新后 {after}")
# --8<-- [end:predict-again]
