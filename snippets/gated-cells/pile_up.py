"""没有训练过：读完 100 个字符，由状态还读得出第一个字符吗。

用时不到 10 秒，导入 PyTorch 另算。
"""

import torch

from cells import build
from memory_task import make

torch.set_num_threads(1)


# --8<-- [start:read-out]
def read_out(states, first):
    """前 2000 条用最小二乘拟合四种的得分，
    返回后 1000 条里得分最大的猜对多少。"""
    ones = torch.ones(len(states), 1)
    inputs = torch.cat(
        [states, ones], dim=1
    ).double()
    targets = torch.eye(4).double()[first]
    weights = torch.linalg.lstsq(
        inputs[:2000], targets[:2000]
    ).solution
    guess = (inputs[2000:] @ weights).argmax(dim=1)
    right = guess == first[2000:]
    return right.float().mean().item()


# --8<-- [end:read-out]

# --8<-- [start:pile-up]
lstm = torch.nn.LSTM
# 名字: (种类, 改的初始值, 读几个字符, U 换成 0)
settings = {
    "LSTM": (lstm, {}, 100, False),
    "遗忘 4": (lstm, {1: 4}, 100, False),
    "遗忘 4，U 是 0": (lstm, {1: 4}, 100, True),
    "遗忘 4、输入 -4": (
        lstm,
        {0: -4, 1: 4},
        100,
        False,
    ),
    "GRU 更新 3": (torch.nn.GRU, {1: 3}, 100, False),
    "tanh，20 个字符": (torch.nn.RNN, {}, 20, False),
}
print(
    "最小、最大      h          c          打乱  |c|"
)
for name, setting in settings.items():
    kind, change, length, no_u = setting
    table = []
    for seed in range(6):
        rnn = build(kind, change, seed)
        data = torch.Generator().manual_seed(seed)
        xs, first = make(length, 3000, data)
        with torch.no_grad():
            if no_u:
                rnn.weight_hh_l0.zero_()
            _, last = rnn(xs)
        h, c = last if kind is lstm else (last, last)
        # 打乱：答案换成别的序列的第一个字符
        order = torch.randperm(3000, generator=data)
        table.append(
            [
                read_out(h[0], first),
                read_out(c[0], first),
                read_out(h[0], first[order]),
                c.abs().mean().item(),
            ]
        )
    hs, cs, shuffled, sizes = zip(
        *table, strict=True
    )
    text = f"{min(hs):.2f} {max(hs):.2f}  "
    if kind is lstm:
        text += f"{min(cs):.2f} {max(cs):.2f}"
    else:
        text += "没有 c   "
    text += f"  {max(shuffled):.2f}"
    if kind is lstm:
        text += (
            f"  {min(sizes):.1f} {max(sizes):.1f}"
        )
    wide = 15 - sum(char > "~" for char in name)
    print(f"{name:{wide}}", text)
# --8<-- [end:pile-up]
