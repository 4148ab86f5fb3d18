"""super().__init__() 让赋值登记参数；model(…) 就是 forward(…)。"""

import contextlib
import runpy
from pathlib import Path

import torch

# 页面上这些名字来自前面的程序；它们印的东西这里用不着。
earlier = Path(__file__).with_name("one_step.py")
with contextlib.redirect_stdout(None):
    main = runpy.run_path(str(earlier))
model, inputs, h_0 = main["model"], main["inputs"], main["h_0"]


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
