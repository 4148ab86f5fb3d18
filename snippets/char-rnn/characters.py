"""试着把一个字符直接放进张量。"""

import torch

# --8<-- [start:string-to-tensor]
try:
    torch.tensor("h")
except TypeError as error:
    print(f"TypeError: {error}")
# --8<-- [end:string-to-tensor]
