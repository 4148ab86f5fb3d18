"""用模型走两步，看隐藏状态怎样从一步交给下一步。"""

import torch

from hello import (
    Model,
    batch_size,
    hidden_size,
    input_size,
    inputs,
)

# --8<-- [start:two-steps]
torch.manual_seed(3332505980)
model = Model(input_size, hidden_size)
with torch.no_grad():
    h_0 = model.init_hidden(batch_size)
    h_1 = model(inputs[0], h_0)
    h_2 = model(inputs[1], h_1)

print("h_0:", h_0)
print("h_1:", h_1)
print("h_2:", h_2)
# --8<-- [end:two-steps]

# --8<-- [start:not-stored]
with torch.no_grad():
    again = model(inputs[1], h_1)
    from_zero = model(inputs[1], h_0)

print("再交一次 h_1:", again)
print("交 h_0:      ", from_zero)
# --8<-- [end:not-stored]

# --8<-- [start:remembered-parameters]
for name, parameter in model.named_parameters():
    print(f"{name:14} {tuple(parameter.shape)}")
count = sum(p.numel() for p in model.parameters())
print(f"共 {count} 个数")
# --8<-- [end:remembered-parameters]
