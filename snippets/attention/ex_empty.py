"""练习：没有移位的网络，自由运行写什么。"""

# --8<-- [start:empty]
import torch

from digits import END, text
from fit import fresh, train
from network import write

torch.set_num_threads(1)


def unshifted(targets):
    return targets


model = train(False, 60, 0, inputs=unshifted)
sources, _ = fresh(5)
written = write(model, sources, 6)
for row in range(3):
    print(
        f"读 {text(sources[row])}，"
        f"写 {text(written[row])}"
    )
empty = (written[:, 0] == END).sum()
print(f"第一个就写 END 的: {empty} 条")
# --8<-- [end:empty]
