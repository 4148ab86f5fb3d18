"""在 PyTorch 的源码里找到说明第二个偏置的注释。"""

# --8<-- [start:second-bias]
import inspect

import torch

source = inspect.getsource(torch.nn.modules.rnn)
lines = source.splitlines()
[start] = [
    i
    for i, line in enumerate(lines)
    if "Second bias" in line
]
for line in lines[start : start + 2]:
    print(line.strip())
# --8<-- [end:second-bias]
