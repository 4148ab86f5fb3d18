"""五步损失求和与求平均：Adam 的步长几乎不变，SGD 的变成五分之一。"""

import torch

# 课文前面写好的 predict，和它用的模型。
from prediction import (
    Model,
    hidden_size,
    input_size,
    predict,
)


# --8<-- [start:sum-or-mean]
def steps_taken(optimizer_class, lr, divisor):
    """训练 15 轮：第一步的距离，
    最后的 40 个参数，写出的字符串。"""
    torch.manual_seed(3332505980)
    trial = Model(input_size, hidden_size)
    flat = torch.nn.utils.parameters_to_vector
    start = flat(trial.parameters()).detach()
    trial_optimizer = optimizer_class(
        trial.parameters(), lr=lr
    )
    for epoch in range(15):
        predicted, loss = predict(trial)
        trial_optimizer.zero_grad()
        (loss / divisor).backward()
        trial_optimizer.step()
        if epoch == 0:
            now = flat(trial.parameters()).detach()
            first = (now - start).norm().item()
    return (
        first,
        flat(trial.parameters()).detach(),
        predicted,
    )


adam_case = ("Adam", torch.optim.Adam, 0.1, 0.1)
sgd_case = ("SGD", torch.optim.SGD, 0.1, 0.1)
sgd_times_five = ("SGD", torch.optim.SGD, 0.1, 0.5)
for name, kind, lr, mean_lr in (
    adam_case,
    sgd_case,
    sgd_times_five,
):
    summed, summed_end, summed_text = steps_taken(
        kind, lr, 1
    )
    mean, mean_end, mean_text = steps_taken(
        kind, mean_lr, 5
    )
    print(
        f"{name:4} 求和 {lr}: 第一步 {summed:.3f}，"
        f"15 轮写 {summed_text}"
    )
    print(
        f"{name:4} 平均 {mean_lr}: 第一步 "
        f"{mean:.3f}，15 轮写 {mean_text}"
    )
    same = torch.allclose(
        summed_end, mean_end, atol=1e-4
    )
    print(
        f"     平均 / 求和: {mean / summed:.3f}，"
        f"15 轮后参数相同: {same}"
    )
# --8<-- [end:sum-or-mean]
