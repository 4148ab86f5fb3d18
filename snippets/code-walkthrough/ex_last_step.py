"""练习：只用最后一步的损失训练，前四步写什么没有人管。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自主程序；它印的 15 行这里用不着。
train_program = Path(__file__).parents[1] / "char-rnn" / "train.py"
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(train_program))
Model, criterion, vocab = main["Model"], main["criterion"], main["vocab"]
inputs, labels = main["inputs"], main["labels"]
input_size = main["input_size"]
hidden_size = main["hidden_size"]
batch_size = main["batch_size"]

# --8<-- [start:last-loss-only]
torch.manual_seed(3332505980)
last_only = Model(input_size, hidden_size)
last_optimizer = torch.optim.Adam(last_only.parameters(), lr=0.1)
for epoch in range(15):
    last_optimizer.zero_grad()
    hidden = last_only.init_hidden(batch_size)
    predicted = ""
    for x, label in zip(inputs, labels, strict=True):
        hidden = last_only(x, hidden)
        loss = criterion(hidden, label)  # = 而不是 +=：只留下最后一步的
        predicted += vocab[hidden.argmax(dim=1).item()]
    loss.backward()
    last_optimizer.step()
    if epoch + 1 in (1, 5, 10, 15):
        print(f"第 {epoch + 1:2} 轮: {predicted}，最后一步 {loss.item():.3f}")
# --8<-- [end:last-loss-only]
