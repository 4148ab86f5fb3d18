"""七种设置：网络的种类，门的偏置，矩阵要不要正交。"""

# --8<-- [start:build]
import torch

SETTINGS = {
    "tanh": (torch.nn.RNN, {}),
    "tanh 正交": (torch.nn.RNN, "正交"),
    "LSTM": (torch.nn.LSTM, {}),
    "LSTM 偏置 1": (torch.nn.LSTM, {1: 1}),
    "LSTM 偏置 3": (torch.nn.LSTM, {1: 3}),
    "GRU": (torch.nn.GRU, {}),
    "GRU 偏置 3": (torch.nn.GRU, {1: 3}),
}


def build(kind, change, seed):
    """输入 8 个数、隐藏状态 32 个数的一层；
    change 是要改的初始值：「正交」，或者
    第几个门（从 0 数）→ 它的偏置。"""
    torch.manual_seed(seed)
    rnn = kind(8, 32)
    with torch.no_grad():
        if change == "正交":
            torch.nn.init.orthogonal_(
                rnn.weight_hh_l0
            )
            return rnn
        for gate, bias in change.items():
            start, end = 32 * gate, 32 * gate + 32
            # 两个偏置之和才是门的偏置
            rnn.bias_ih_l0[start:end] = bias
            rnn.bias_hh_l0[start:end] = 0
    return rnn


# --8<-- [end:build]
