"""长 3 的序列填到长 10，双向 RNN 的数哪些错了。"""

# --8<-- [start:setup]
import torch
from torch.nn.utils.rnn import (
    pack_padded_sequence,
    pad_packed_sequence,
)


def build(seed, padding_idx=0):
    """没有训练过的嵌入与双向 RNN，和两条序列。"""
    torch.manual_seed(seed)
    table = torch.nn.Embedding(
        5, 4, padding_idx=padding_idx
    )
    rnn = torch.nn.RNN(
        4, 8, batch_first=True, bidirectional=True
    )
    indices = torch.randint(1, 5, (2, 10))
    indices[1, 3:] = 0
    return table, rnn, indices


def packed_run(rnn, vectors, lengths):
    packed = pack_padded_sequence(
        vectors,
        lengths,
        batch_first=True,
        enforce_sorted=False,
    )
    output, h_n = rnn(packed)
    output, _ = pad_packed_sequence(
        output, batch_first=True
    )
    return output, h_n


# --8<-- [end:setup]


# --8<-- [start:by-mask]
def masked_run(rnn, vectors, mask):
    """不打包：填充的格上，状态原样不动。"""
    outputs, finals = [], []
    for end, order in (
        ("", range(10)),
        ("_reverse", range(9, -1, -1)),
    ):
        cell = torch.nn.RNNCell(4, 8)
        for name in cell._parameters:
            value = getattr(rnn, f"{name}_l0{end}")
            setattr(cell, name, value)
        hidden = torch.zeros(len(vectors), 8)
        states = {}
        for t in order:
            new = cell(vectors[:, t], hidden)
            real = mask[:, t, None]
            hidden = torch.where(real, new, hidden)
            states[t] = hidden
        finals.append(hidden)
        outputs.append(
            torch.stack(
                [states[t] for t in range(10)], 1
            )
        )
    output = torch.cat(outputs, 2)
    return output * mask[:, :, None], finals


# --8<-- [end:by-mask]


# --8<-- [start:errors]
lengths = torch.tensor([10, 3])
mask = torch.arange(10) < lengths[:, None]
worst = {}
for seed in range(10):
    table, rnn, indices = build(seed)
    with torch.no_grad():
        alone, h_alone = rnn(table(indices[1:, :3]))
        vectors = table(indices)
        ways = {
            "填充": rnn(vectors),
            "打包": packed_run(
                rnn, vectors, lengths
            ),
            "掩码": masked_run(rnn, vectors, mask),
        }
    for name, (output, h_n) in ways.items():
        real = (output[1, :3] - alone[0]).abs()
        errors = [
            (h_n[0][1] - h_alone[0, 0]).abs().max(),
            (h_n[1][1] - h_alone[1, 0]).abs().max(),
            real[:, :8].max(),
            real[:, 8:].max(),
        ]
        worst.setdefault(name, []).append(
            torch.stack(errors)
        )
print("      h_n          output 真的 3 格")
print("      向右  向左   向右  向左")
for name, rows in worst.items():
    rows = torch.stack(rows)
    for end, row in (
        ("最小", rows.amin(0)),
        ("最大", rows.amax(0)),
    ):
        texts = [f"{value:.3f}" for value in row]
        print(f"{name}{end}", *texts)
# --8<-- [end:errors]
