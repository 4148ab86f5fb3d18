"""忘了 zero_grad：不报错，训练的结果不对。"""

import torch

# 训练程序里的名字（trained.py 照样训练，只是不印），和前面的 predict。
from prediction import predict
from trained import Model, hidden_size, input_size


# --8<-- [start:with-and-without]
def train_and_sum(clear):
    """训练 15 轮；`clear` 为假就忘了清零。各轮的梯度另外加一份。"""
    torch.manual_seed(3332505980)
    trial = Model(input_size, hidden_size)
    trial_optimizer = torch.optim.Adam(trial.parameters(), lr=0.1)
    bias = trial.cell.bias_ih
    summed = torch.zeros_like(bias)
    rows = []
    for _ in range(15):
        if clear:
            trial_optimizer.zero_grad()
        predicted, loss = predict(trial)
        summed += torch.autograd.grad(loss, bias, retain_graph=True)[0]
        loss.backward()
        trial_optimizer.step()
        rows.append(f"{predicted} {loss.item():.2f}")
    return rows, torch.allclose(bias.grad, summed, atol=1e-4)


cleared, _ = train_and_sum(clear=True)
forgotten, is_sum = train_and_sum(clear=False)
print("epoch  清零        忘了清零")
for epoch in (1, 2, 3, 6, 7, 11, 15):
    print(f"{epoch:5}  {cleared[epoch - 1]}  {forgotten[epoch - 1]}")
print(f"忘了清零，最后的 grad 是 15 轮之和: {is_sum}")
# --8<-- [end:with-and-without]
