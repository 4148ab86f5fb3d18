"""语言模型的网络：字 → 嵌入 → RNN、GRU 或 LSTM → 下一个字的得分；
权重存成 8 位整数。"""

import torch


# --8<-- [start:model]
class LanguageModel(torch.nn.Module):
    """kind 是 torch.nn.RNN、GRU 或 LSTM。"""

    def __init__(self, kind, vocab_size):
        super().__init__()
        self.embedding = torch.nn.Embedding(
            vocab_size, 64
        )
        self.rnn = kind(64, 128, batch_first=True)
        self.output = torch.nn.Linear(
            128, vocab_size
        )

    def forward(self, indices, state=None):
        """(N, T) 的索引 →
        (N, T, vocab_size) 的得分与最后的状态。"""
        x = self.embedding(indices)
        hidden, state = self.rnn(x, state)
        return self.output(hidden), state


# --8<-- [end:model]


# --8<-- [start:eight-bits]
def to_eight_bits(model):
    """每个参数的每一行除以自己最大的绝对值，
    放大到 127，取整。"""
    arrays = {}
    for name, value in model.state_dict().items():
        rows = value.reshape(len(value), -1)
        scale = (
            rows.abs().amax(1, keepdim=True) / 127
        )
        whole = (rows / scale).round()
        arrays[name] = (
            whole.to(torch.int8)
            .reshape(value.shape)
            .numpy()
        )
        arrays[f"{name}.scale"] = scale.numpy()
    return arrays


def from_eight_bits(model, arrays):
    """把 to_eight_bits 存下的放回模型里。"""
    values = {}
    for name, value in model.state_dict().items():
        whole = torch.from_numpy(
            arrays[name]
        ).float()
        scale = torch.from_numpy(
            arrays[f"{name}.scale"]
        )
        rows = whole.reshape(len(value), -1) * scale
        values[name] = rows.reshape(value.shape)
    model.load_state_dict(values)
    return model


# --8<-- [end:eight-bits]
