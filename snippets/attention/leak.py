"""目标没有移位：解码器的输入里就有答案。

用时不到 10 秒，导入 PyTorch 另算。
"""

# --8<-- [start:no-shift]
import torch

from digits import shift
from fit import accuracy, fresh, train

torch.set_num_threads(1)


def unshifted(targets):
    return targets


sources, targets = fresh(8)
print("种子  没移位：给答案 自由  移了位：教师 自由")
for seed in range(3):
    line = f"{seed:3}  "
    for inputs in (unshifted, shift):
        model = train(False, 60, seed, inputs=inputs)
        with torch.no_grad():
            states, hidden, mask = model.encode(
                sources
            )
            scores, _, _ = model.decode(
                inputs(targets), hidden, states, mask
            )
        right = scores.argmax(dim=2) == targets
        forced = right[:, :-1].float().mean()
        free = accuracy(model, 8)[1]
        line += f"        {forced:.2f}   {free:.2f}"
    print(line)
# --8<-- [end:no-shift]
