"""100 个种子一起训练，与一个一个训练，损失相同。"""

import torch
from torch.nn.functional import cross_entropy

# 课文前面写好的：一起训练 100 个种子的函数，
# 和它用的输入、标签。
from batch_training import (
    train_all,
    x_steps,
    y_steps,
)

# --8<-- [start:three-seeds]
_, together = train_all(
    torch.optim.Adam, num_epochs=15, lr=0.1
)
for seed in (0, 1, 99):
    single = torch.nn.RNN(4, 4).double()
    torch.manual_seed(seed)
    start = (
        torch.nn.RNNCell(4, 4).double().state_dict()
    )
    single.load_state_dict(
        {f"{key}_l0": w for key, w in start.items()}
    )
    single_optimizer = torch.optim.Adam(
        single.parameters(), lr=0.1
    )
    alone = []
    for _ in range(15):
        single_optimizer.zero_grad()
        logits, _ = single(x_steps)
        loss = cross_entropy(
            logits, y_steps, reduction="sum"
        )
        alone.append(loss.item())
        loss.backward()
        single_optimizer.step()
    same = torch.allclose(
        together[:, seed],
        torch.tensor(alone).double(),
        1e-5,
    )
    print(
        f"种子 {seed:2}: "
        f"15 轮的损失与单独训练时相同: {same}"
    )
# --8<-- [end:three-seeds]
