"""没有登记的参数，优化器看不见。"""

import torch

# 主程序的模型。
from program import Model


# --8<-- [start:in-a-list]
class InList(torch.nn.Module):
    """错误示范：放进普通的列表，就没有登记。"""

    def __init__(self):
        super().__init__()
        self.cells = [torch.nn.RNNCell(4, 4)]


in_list = list(InList().parameters())
registered = list(Model(4, 4).parameters())
print(f"放在列表里: {len(in_list)} 个参数张量")
print(f"Model:      {len(registered)} 个参数张量")
try:
    torch.optim.Adam(InList().parameters(), lr=0.1)
except ValueError as error:
    print(f"交给优化器: {error}")
# --8<-- [end:in-a-list]
