"""没有训练过：读完 100 个字符，状态里第一个字符还分得出吗。"""

import torch

from cells import build
from memory_task import make

torch.set_num_threads(1)

# --8<-- [start:pile-up]
settings = {
    "LSTM": (torch.nn.LSTM, {}),
    "LSTM 遗忘 4": (torch.nn.LSTM, {1: 4}),
    "LSTM 遗忘 4、输入 -4": (
        torch.nn.LSTM,
        {0: -4, 1: 4},
    ),
    "GRU 更新 3": (torch.nn.GRU, {1: 3}),
}
for name, (kind, change) in settings.items():
    ratios = []
    for seed in range(6):
        rnn = build(kind, change, seed)
        data = torch.Generator().manual_seed(seed)
        xs, first = make(100, 400, data)
        with torch.no_grad():
            last = rnn(xs)[0][-1]
        # 第一个字符相同的四组：各组的平均差多少，
        # 组内又散开多少
        groups = [last[first == k] for k in range(4)]
        middles = torch.stack(
            [group.mean(dim=0) for group in groups]
        )
        inside = torch.stack(
            [group.std(dim=0) for group in groups]
        )
        ratios.append(
            (middles.std(dim=0) / inside.mean(dim=0))
            .max()
            .item()
        )
    low, high = min(ratios), max(ratios)
    print(f"{name}: {low:.2f} 到 {high:.2f}")
# --8<-- [end:pile-up]
