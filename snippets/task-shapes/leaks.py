"""三种做法：照规矩；缩放时看了测试集；随机切分。"""

import torch

from series import windows


# --8<-- [start:split]
def split(series, leak, seed):
    """返回训练、测试、以后的 (x, y)，和标准差。

    训练、测试在前 1000 个里，后 250 个留作以后。"""
    seen = 1000 if leak == "缩放" else 750
    mean = series[:seen].mean()
    std = series[:seen].std()
    x, y = windows((series - mean) / std, 20, 10)
    # 前 971 个窗口，连目标都在前 1000 个里
    rows = torch.arange(971)
    if leak == "切分":
        torch.manual_seed(seed)
        rows = torch.randperm(971)
    # 不打乱时，前 721 个的目标都在前 750 个里，
    # 后 241 个的都在它们之后
    parts = rows[:721], rows[-241:], slice(980, None)
    return [
        (x[part], y[part]) for part in parts
    ], std


# --8<-- [end:split]
