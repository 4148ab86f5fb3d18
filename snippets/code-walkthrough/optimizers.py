"""100 个种子 × 10 种设置：第 15 轮、第 30 轮各有多少个写对 ohlol。"""

# --8<-- [start:hundred-seeds]
import torch
from torch.nn.functional import cross_entropy

num_seeds = 100
x_steps = torch.eye(4, dtype=torch.float64)[[1, 0, 2, 2, 3]]
y_steps = torch.tensor([3, 1, 2, 3, 2])


def stack_parameters():
    """100 个 RNNCell 的初始参数，每一种堆成 (100, …) 的张量。"""
    cells = []
    for seed in range(num_seeds):
        torch.manual_seed(seed)
        cells.append(torch.nn.RNNCell(4, 4))
    parameters = zip(*(cell.parameters() for cell in cells), strict=True)
    # 双精度：有的种子前两名得分几乎相等，单精度的舍入可能改变名次。
    stacked = [torch.stack(same).detach().double() for same in parameters]
    return [parameter.requires_grad_() for parameter in stacked]


def read_hello(weight_ih, weight_hh, bias_ih, bias_hh):
    """h_t = tanh(W_ih x_t + b_ih + W_hh h_{t-1} + b_hh)，(100, 5, 4)。"""
    hidden = torch.zeros(num_seeds, 4, 1, dtype=torch.float64)
    bias = (bias_ih + bias_hh).unsqueeze(2)
    outputs = []
    for x in x_steps:
        from_input = weight_ih @ x.view(4, 1)
        hidden = torch.tanh(from_input + weight_hh @ hidden + bias)
        outputs.append(hidden.squeeze(2))
    return torch.stack(outputs, dim=1)


def train_all(optimizer_class, lr, num_epochs=30):
    """第 t 行：第 t 轮更新前，每个种子是否写对，形状 (轮数, 100)。"""
    parameters = stack_parameters()
    batch_optimizer = optimizer_class(parameters, lr=lr)
    history = []
    for _ in range(num_epochs):
        logits = read_hello(*parameters)
        history.append((logits.argmax(dim=2) == y_steps).all(dim=1))
        batch_optimizer.zero_grad()
        # 对种子求和：一个种子的参数只影响它自己那一份损失。
        cross_entropy(
            logits.flatten(0, 1), y_steps.repeat(num_seeds), reduction="sum"
        ).backward()
        batch_optimizer.step()
    return torch.stack(history)


learning_rates = (0.001, 0.1, 0.2, 0.5, 1.0)
settings = [
    (optimizer_class, lr)
    for optimizer_class in (torch.optim.Adam, torch.optim.SGD)
    for lr in learning_rates
]
print("100 个种子里写对 ohlol 的个数")
for optimizer_class, lr in settings:
    correct = train_all(optimizer_class, lr)
    lost = (correct[:14] & ~correct[1:15]).any(dim=0)
    print(
        f"{optimizer_class.__name__:4} {lr:<5} "
        f"15 轮 {correct[14].sum():2}  30 轮 {correct[29].sum():2}  "
        f"又错 {lost.sum():2}"
    )
# --8<-- [end:hundred-seeds]
