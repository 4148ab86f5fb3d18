"""练习：同一轮里，改参数之前与之后各读一遍。"""

import torch

# 训练程序里的名字（trained.py 照样训练，
# 只是不打印），和前面的 predict。
from prediction import predict
from trained import Model, hidden_size, input_size

# --8<-- [start:predict-again]
torch.manual_seed(3332505980)
replay = Model(input_size, hidden_size)
replay_optimizer = torch.optim.Adam(
    replay.parameters(), lr=0.1
)
for epoch in range(4):
    before, loss = predict(replay)
    replay_optimizer.zero_grad()
    loss.backward()
    replay_optimizer.step()
    after, _ = predict(replay)
    print(
        f"第 {epoch + 1} 轮: 更新前 {before}，"
        f"更新后 {after}"
    )
# --8<-- [end:predict-again]
