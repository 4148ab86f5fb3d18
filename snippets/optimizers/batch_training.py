"""把 100 个种子的 RNNCell 堆成一批，一起训练。"""

# --8<-- [start:train-all]
import torch
from torch.nn.functional import cross_entropy

num_seeds = 100
# hello 的五个独热向量，ohlol 的五个索引。
x_steps = torch.eye(4, dtype=torch.float64)[
    [1, 0, 2, 2, 3]
]
y_steps = torch.tensor([3, 1, 2, 3, 2])


def stack_parameters(first_seed=0, size=4):
    """100 个 RNNCell 的初始参数，
    每一种堆成 (100, …) 的张量。"""
    cells = []
    for seed in range(
        first_seed, first_seed + num_seeds
    ):
        torch.manual_seed(seed)
        cells.append(torch.nn.RNNCell(size, size))
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


def read_word(
    x_steps, weight_ih, weight_hh, bias_ih, bias_hh
):
    """h_t = tanh(W_ih x_t + b_ih
    + W_hh h_{t-1} + b_hh)，(100, 步数, 分量数)。"""
    bias = (bias_ih + bias_hh).unsqueeze(2)
    hidden = torch.zeros_like(bias)
    outputs = []
    for x in x_steps:
        from_input = weight_ih @ x.unsqueeze(1)
        hidden = torch.tanh(
            from_input + weight_hh @ hidden + bias
        )
        outputs.append(hidden.squeeze(2))
    return torch.stack(outputs, dim=1)


def train_all(
    optimizer_class,
    num_epochs=30,
    first_seed=0,
    task=(x_steps, y_steps),
    **options,
):
    """第 t 行：第 t 轮更新前，
    每个种子是否写对、损失多少，(轮数, 100)。"""
    x, y = task
    parameters = stack_parameters(
        first_seed, x.shape[1]
    )
    batch_optimizer = optimizer_class(
        parameters, **options
    )
    correct, losses = [], []
    for _ in range(num_epochs):
        logits = read_word(x, *parameters)
        correct.append(
            (logits.argmax(dim=2) == y).all(dim=1)
        )
        each_step = cross_entropy(
            logits.flatten(0, 1),
            y.repeat(num_seeds),
            reduction="none",
        )
        losses.append(
            each_step.detach()
            .view(num_seeds, -1)
            .sum(dim=1)
        )
        batch_optimizer.zero_grad()
        # 对种子求和：一个种子的参数只影响它
        # 自己那一份损失。
        each_step.sum().backward()
        batch_optimizer.step()
    return torch.stack(correct), torch.stack(losses)


def left_by(correct):
    """第 t 行：到第 t 轮为止，
    每个种子是否写对之后又写错过。"""
    left = torch.zeros_like(correct)
    left[1:] = correct[:-1] & ~correct[1:]
    return left.cumsum(dim=0) > 0


# --8<-- [end:train-all]

# 张量很小，多线程的等待比计算久。
torch.set_num_threads(1)
