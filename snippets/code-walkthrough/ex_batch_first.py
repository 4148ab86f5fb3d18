"""练习：把 (1, 5, 4) 交给 nn.RNN，不报错，但两个 l 分不开了。"""

import torch

x_one_hot = [
    [0, 1, 0, 0],
    [1, 0, 0, 0],
    [0, 0, 1, 0],
    [0, 0, 1, 0],
    [0, 0, 0, 1],
]
inputs = torch.tensor(
    x_one_hot, dtype=torch.float32
).view(-1, 1, 4)

# --8<-- [start:swapped]
for batch_first in (False, True):
    torch.manual_seed(0)
    rnn = torch.nn.RNN(4, 4, batch_first=batch_first)
    outputs, last_hidden = rnn(inputs.view(1, 5, 4))
    print(f"batch_first={batch_first}")
    print(f"  outputs:     {tuple(outputs.shape)}")
    print(
        f"  last_hidden: {tuple(last_hidden.shape)}"
    )
    same = torch.allclose(
        outputs[0, 2], outputs[0, 3]
    )
    print(f"  两个 l 的输出相同: {same}")
# --8<-- [end:swapped]
