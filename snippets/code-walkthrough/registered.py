"""super().__init__() 让赋值登记参数；model(…) 就是 forward(…)。"""

import torch

# 训练程序里的名字（trained.py 照样训练，只是不印），和走一步用的模型。
from trained import Model, batch_size, hidden_size, input_size, inputs

torch.manual_seed(0)
model = Model(input_size, hidden_size)
h_0 = model.init_hidden(batch_size)


# --8<-- [start:with-and-without-super]
class NoSuper(torch.nn.Module):
    """错误示范：没有先调用 super().__init__()。"""

    def __init__(self):
        self.cell = torch.nn.RNNCell(4, 4)


class InList(torch.nn.Module):
    """错误示范：放进普通的列表，就没有登记。"""

    def __init__(self):
        super().__init__()
        self.cells = [torch.nn.RNNCell(4, 4)]


try:
    NoSuper()
except AttributeError as error:
    print(f"没有 super: {error}")
print(f"放在列表里: {len(list(InList().parameters()))} 个参数张量")
print(f"Model:      {len(list(model.parameters()))} 个参数张量")
called = torch.equal(model(inputs[0], h_0), model.forward(inputs[0], h_0))
print(f"model(x, hidden) 就是 forward(x, hidden): {called}")
# --8<-- [end:with-and-without-super]
