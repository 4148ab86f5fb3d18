"""练习：抄写代替倒写，没有注意力，三个种子。

用时不到 20 秒，导入 PyTorch 另算。
"""

# --8<-- [start:copy]
import torch

from fit import accuracy, train

torch.set_num_threads(1)
steps, length = 120, 5
print(f"{steps} 步，长度 {length}，自由运行")
for name, backwards in [
    ("倒写", True),
    ("抄写", False),
]:
    for seed in range(3):
        model = train(
            False, steps, seed, backwards=backwards
        )
        _, free, whole = accuracy(
            model, length, backwards
        )
        print(
            f"{name}，种子 {seed}: 数字 {free:.2f}，"
            f"整串 {whole:.2f}"
        )
# --8<-- [end:copy]
