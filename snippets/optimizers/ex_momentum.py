"""练习：SGD 忘了清零，就是动量等于 1。"""

import torch

# 课文前面写好的：一起训练 100 个种子、
# 成对地打印的函数，predict 和它用的模型。
from batch_training import train_all
from fifteen_settings import versus
from prediction import (
    Model,
    hidden_size,
    input_size,
    predict,
)


# --8<-- [start:forgotten-is-momentum]
def train_sgd(clear, momentum):
    """SGD 训练 15 轮，
    返回 40 个参数和最后写出的字符串。"""
    torch.manual_seed(3332505980)
    trial = Model(input_size, hidden_size)
    trial_optimizer = torch.optim.SGD(
        trial.parameters(), lr=0.1, momentum=momentum
    )
    for _ in range(15):
        if clear:
            trial_optimizer.zero_grad()
        predicted, loss = predict(trial)
        loss.backward()
        trial_optimizer.step()
    flat = torch.nn.utils.parameters_to_vector(
        trial.parameters()
    )
    return flat.detach(), predicted


forgotten, forgotten_text = train_sgd(
    clear=False, momentum=0
)
momentum_one, momentum_text = train_sgd(
    clear=True, momentum=1
)
same = torch.allclose(
    forgotten, momentum_one, atol=1e-4
)
print(f"忘了清零，没有动量: {forgotten_text}")
print(f"清零，动量等于 1:   {momentum_text}")
print(f"15 轮之后参数相同: {same}")

# 既然相同，就可以用动量 1 一次算完 100 个种子。
cleared = {}
for name, momentum in (("忘了清零", 1), ("清零", 0)):
    cleared[name], _ = train_all(
        torch.optim.SGD, lr=0.1, momentum=momentum
    )
for epoch in (15, 30):
    print(f"第 {epoch} 轮")
    versus("忘了清零", "清零", cleared, epoch)
# --8<-- [end:forgotten-is-momentum]
