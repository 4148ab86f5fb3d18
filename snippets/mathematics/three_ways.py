"""同一组参数，同样的五步：NumPy 手写、RNNCell、nn.RNN 结果相同。"""

# --8<-- [start:three-ways]
import numpy as np
import torch


def compare(dtype, limit):
    """三种写法读同样的五步，
    打印差距是否不超过 limit。"""
    torch.manual_seed(0)
    rnn = torch.nn.RNN(
        input_size=3, hidden_size=2, dtype=dtype
    )
    # 五步，每步 3 个数
    sequence = torch.randn(5, 3, dtype=dtype)

    # 一、nn.RNN：五步一次走完；返回两样，
    # 这里只要每一步的隐藏状态。
    by_rnn, _ = rnn(sequence)

    # 二、RNNCell：一次走一步。参数照搬，顺序相同。
    cell = torch.nn.RNNCell(
        input_size=3, hidden_size=2, dtype=dtype
    )
    names = [
        "weight_ih",
        "weight_hh",
        "bias_ih",
        "bias_hh",
    ]
    cell.load_state_dict(
        dict(
            zip(names, rnn.parameters(), strict=True)
        )
    )
    hidden = torch.zeros(2, dtype=dtype)
    by_cell = []
    for x in sequence:
        hidden = cell(x, hidden)
        by_cell.append(hidden.tolist())

    # 三、NumPy：照公式写，只有矩阵乘法、加法、tanh。
    W_xh, W_hh, b_ih, b_hh = [
        np.array(p.tolist())
        for p in rnn.parameters()
    ]
    h = np.zeros(2)
    by_numpy = []
    for x in sequence.tolist():
        h = np.tanh(
            W_xh @ x + W_hh @ h + b_ih + b_hh
        )
        by_numpy.append(h)

    print(
        f"{dtype}: 五步的隐藏状态 "
        f"shape={tuple(by_rnn.shape)}"
    )
    for name, states in [
        ("NumPy", by_numpy),
        ("RNNCell", by_cell),
    ]:
        expected = np.array(by_rnn.tolist())
        gap = np.array(states) - expected
        gap = np.abs(gap).max()
        print(
            f"  {name} 与 nn.RNN 的差不超过 "
            f"{limit}: {gap <= limit}"
        )


compare(torch.float32, 1e-6)
compare(torch.float64, 1e-14)
# --8<-- [end:three-ways]
