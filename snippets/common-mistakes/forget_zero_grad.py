"""忘了 zero_grad：不报错，训练的结果不对。"""

import torch

# 主程序的模型，和读一遍 hello 的 predict。
from prediction import predict
from program import Model


# --8<-- [start:with-and-without]
def train(clear):
    """照主程序训练 15 轮，
    返回每轮的字符串与损失；clear 为假就忘了清零。"""
    torch.manual_seed(3332505980)
    model = Model(4, 4)
    optimizer = torch.optim.Adam(
        model.parameters(), lr=0.1
    )
    rows = []
    for _ in range(15):
        if clear:
            optimizer.zero_grad()
        predicted, loss = predict(model)
        loss.backward()
        optimizer.step()
        rows.append(f"{predicted} {loss.item():.2f}")
    return rows


cleared_rows = train(clear=True)
forgotten_rows = train(clear=False)
print("epoch  清零        忘了清零")
for epoch in (1, 2, 3, 6, 11, 15):
    print(
        f"{epoch:5}  {cleared_rows[epoch - 1]}  "
        f"{forgotten_rows[epoch - 1]}"
    )
# --8<-- [end:with-and-without]
