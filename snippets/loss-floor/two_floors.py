"""三个下限：没有记忆、没有输出层、两样都没有；最后一个用随机的得分核对。"""

# --8<-- [start:two-floors]
import math

import torch

spread = math.exp(-2)
no_memory = 2 * math.log(2)
no_output_layer = 5 * math.log(1 + 3 * spread)
neither = 3 * math.log(1 + 3 * spread) + 2 * math.log(2 + 2 * spread)
print(f"没有记忆，有输出层：{no_memory:.4f}")
print(f"有记忆，没有输出层：{no_output_layer:.4f}")
print(f"两样都没有：{neither:.4f}")

torch.manual_seed(0)
logits = torch.rand(1_000_000, 4) * 2 - 1  # tanh 能取到的
log_p = logits.log_softmax(dim=1)
two_ls = -log_p[:, 2] - log_p[:, 3]  # 同一组得分，一次要 l，一次要 o
print("一百万组得分，两个 l 合起来都不低于下限：", end="")
print((two_ls >= 2 * math.log(2 + 2 * spread)).all().item())
# --8<-- [end:two-floors]
