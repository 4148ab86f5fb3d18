"""完整的训练循环：一个 Linear 学会 e → h → l → o → e。"""

import torch
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:train]
# 四个独热向量，依次代表 e、h、l、o
inputs = torch.eye(4)
labels = torch.tensor([1, 2, 3, 0])

torch.manual_seed(0)
model = torch.nn.Linear(4, 4)
optimizer = torch.optim.Adam(
    model.parameters(), lr=0.1
)
for epoch in range(1, 101):
    # --8<-- [start:five]
    logits = model(inputs)
    loss = cross_entropy(
        logits, labels, reduction="sum"
    )
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    # --8<-- [end:five]
    if epoch in (1, 10, 100):
        print(
            f"第 {epoch:3} 轮: 损失 "
            f"{loss.item():.3f}",
            end="，",
        )
        print("写出", logits.argmax(dim=1).tolist())
with torch.no_grad():
    print(
        "训练之后:",
        model(inputs).argmax(dim=1).tolist(),
    )
# --8<-- [end:train]
