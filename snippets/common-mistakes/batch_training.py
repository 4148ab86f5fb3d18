"""把 100 个种子的 RNNCell 堆成一批，一起训练；可以忘了清零。"""

# --8<-- [start:train-all]
import torch

num_seeds = 100
# hello 的五个独热向量，ohlol 的五个索引。
x_steps = torch.eye(4, dtype=torch.float64)[
    [1, 0, 2, 2, 3]
]
y_steps = torch.tensor([3, 1, 2, 3, 2])


def stack_parameters():
    """100 个 RNNCell 的初始参数，
    每一种堆成 (100, …) 的张量。"""
    cells = []
    for seed in range(num_seeds):
        torch.manual_seed(seed)
        cells.append(torch.nn.RNNCell(4, 4))
    parameters = zip(
        *(cell.parameters() for cell in cells),
        strict=True,
    )
    # 双精度：有的种子前两名得分几乎相等，
    # 单精度的舍入可能改变名次。
    stacked = [
        torch.stack(same).detach().double()
        for same in parameters
    ]
    return [
        parameter.requires_grad_()
        for parameter in stacked
    ]


def read_hello(
    weight_ih, weight_hh, bias_ih, bias_hh
):
    """h_t = tanh(W_ih x_t + b_ih
    + W_hh h_{t-1} + b_hh)，(100, 5, 4)。"""
    hidden = torch.zeros(
        num_seeds, 4, 1, dtype=torch.float64
    )
    bias = (bias_ih + bias_hh).unsqueeze(2)
    outputs = []
    for x in x_steps:
        from_input = weight_ih @ x.view(4, 1)
        hidden = torch.tanh(
            from_input + weight_hh @ hidden + bias
        )
        outputs.append(hidden.squeeze(2))
    return torch.stack(outputs, dim=1)


def train_all(clear, num_epochs=60):
    """第 t 行：第 t 轮更新前，
    每个种子是否写对，(轮数, 100)。"""
    parameters = stack_parameters()
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    correct = []
    for _ in range(num_epochs):
        if clear:
            optimizer.zero_grad()
        logits = read_hello(*parameters)
        right = logits.argmax(dim=2) == y_steps
        correct.append(right.all(dim=1))
        loss = torch.nn.functional.cross_entropy(
            logits.flatten(0, 1),
            y_steps.repeat(num_seeds),
            reduction="sum",
        )
        # 对种子求和：一个种子的参数只影响它
        # 自己那一份损失。
        loss.backward()
        optimizer.step()
    return torch.stack(correct)


# --8<-- [end:train-all]

# 张量很小，多线程的等待比计算久。
torch.set_num_threads(1)
