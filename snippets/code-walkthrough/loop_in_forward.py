"""把时间步的循环写进 forward，或者交给 nn.RNN：结果相同。"""

import torch

# 训练程序里的名字：trained.py 照样训练，只是不打印。
from trained import (
    Model,
    batch_size,
    hidden_size,
    input_size,
    inputs,
)

torch.manual_seed(0)
model = Model(input_size, hidden_size)


# --8<-- [start:three-ways]
class SequenceModel(torch.nn.Module):
    """一次走完整段序列：
    (seq_len, batch, input_size) 进，隐藏状态出。"""

    def __init__(self, cell):
        super().__init__()
        self.cell = cell

    def forward(self, inputs):
        hidden = torch.zeros(
            inputs.size(1), self.cell.hidden_size
        )
        outputs = []
        for x in inputs:
            hidden = self.cell(x, hidden)
            outputs.append(hidden)
        return torch.stack(outputs)


hidden = model.init_hidden(batch_size)
steps = []
for x in inputs:
    hidden = model(x, hidden)
    steps.append(hidden)
steps = torch.stack(steps)

looped = SequenceModel(model.cell)(inputs)

rnn = torch.nn.RNN(input_size, hidden_size)
# nn.RNN 的参数名多一个层号后缀 _l0。
weights = model.cell.state_dict()
rnn.load_state_dict(
    {f"{name}_l0": w for name, w in weights.items()}
)
outputs, last_hidden = rnn(inputs)

print(f"循环在外面: {tuple(steps.shape)}")
print(
    "循环在 forward 里: 相同 "
    f"{torch.allclose(looped, steps)}"
)
print(
    "nn.RNN 一次走完: 相同 "
    f"{torch.allclose(outputs, steps)}"
)
# --8<-- [end:three-ways]
