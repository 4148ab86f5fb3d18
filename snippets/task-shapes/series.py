"""生成序列，切成窗口，几种不用网络的预测。"""

import torch


# --8<-- [start:series]
def ar2(seed, length):
    """每一步由前两步与标准差为 1 的噪声得到；
    开头的 100 步不要。"""
    torch.manual_seed(seed)
    x = [0.0, 0.0]
    for noise in torch.randn(length + 100).tolist():
        x.append(1.6 * x[-1] - 0.8 * x[-2] + noise)
    return torch.tensor(x[-length:]).double()


def walk(seed, length):
    """随机游走：前一步加标准差为 1 的噪声。"""
    torch.manual_seed(seed)
    return torch.randn(length).double().cumsum(0)


# --8<-- [end:series]


# --8<-- [start:windows]
def windows(series, width, horizon):
    """(窗口, 目标)：读 width 个，
    猜最后一个之后第 1 到 horizon 个。"""
    rows = series.unfold(0, width + horizon, 1)
    return rows[:, :width], rows[:, width:]


def errors(guess, truth):
    """每个跨度的 RMSE。"""
    squares = (guess - truth) ** 2
    return squares.mean(0).sqrt().tolist()


# --8<-- [end:windows]


# --8<-- [start:least-squares]
def with_one(x):
    """末尾添一列 1，它的系数就是常数项。"""
    ones = torch.ones(len(x), 1).double()
    return torch.cat([x, ones], 1)


def fit(x, y):
    """最小二乘的系数：y 有几列就有几组。"""
    return torch.linalg.lstsq(
        with_one(x), y
    ).solution


def predict(coefficients, x):
    return with_one(x) @ coefficients


# --8<-- [end:least-squares]
