"""记住最近一个要记的字母：造数据，建网络。"""

# --8<-- [start:task]
import torch

LETTERS = "abcxyz"  # a、b、c 要记住，别的略过


def make_letters(length, count, share, generator):
    """count 条序列，每步一个字母，要记的占 share；
    答案是到这一步为止，最近一个要记的字母。"""
    write = torch.randint(
        3, (length, count), generator=generator
    )
    skip = torch.randint(
        3, 6, (length, count), generator=generator
    )
    chance = torch.rand(
        length, count, generator=generator
    )
    chance[0] = 0  # 第一个总是要记的
    chars = torch.where(chance < share, write, skip)
    answers = chars.clone()
    for t in range(1, length):
        answers[t] = torch.where(
            chars[t] < 3, chars[t], answers[t - 1]
        )
    return torch.eye(6)[chars], answers


# --8<-- [end:task]


# --8<-- [start:build]
def build_letters(seed):
    """4 个隐藏分量的 LSTM，遗忘门的偏置 1，输出层。"""
    torch.manual_seed(seed)
    lstm = torch.nn.LSTM(6, 4)
    with torch.no_grad():
        lstm.bias_ih_l0[4:8] = 1
        lstm.bias_hh_l0[4:8] = 0
    return lstm, torch.nn.Linear(4, 3)


def load(weights, seed):
    """用存下的权重建网络；weights 由名字查数组。"""
    lstm, output = build_letters(seed)
    parameters = {
        f"{where}{name}": p
        for where, module in [
            ("", lstm),
            ("output.", output),
        ]
        for name, p in module.named_parameters()
    }
    with torch.no_grad():
        for name, p in parameters.items():
            p.copy_(
                torch.tensor(weights[name][seed])
            )
    return lstm, output


# --8<-- [end:build]


# --8<-- [start:read]
@torch.no_grad()
def read(lstm, output, text, rewrite=True):
    """逐字母读 text，返回每步的 (i, f, o, c, 得分)；
    rewrite 为假时，略过的字母不许改写 c。"""
    h = c = torch.zeros(4)
    steps = []
    for char in text:
        column = LETTERS.index(char)
        a = (
            lstm.weight_ih_l0[:, column]
            + lstm.bias_ih_l0
            + lstm.weight_hh_l0 @ h
            + lstm.bias_hh_l0
        )
        i, f, g, o = a.split(4)
        i, f, o = (
            i.sigmoid(),
            f.sigmoid(),
            o.sigmoid(),
        )
        if not rewrite and char in "xyz":
            i = torch.zeros(4)
        c = f * c + i * g.tanh()
        h = o * c.tanh()
        steps.append((i, f, o, c, output(h)))
    return steps


# --8<-- [end:read]
