"""截断的通过时间反向传播：每段多长，状态传不传。

用时不到 10 秒，导入 PyTorch 另算。
"""

# --8<-- [start:echo]
from echo import run

for size, carry in [
    (4, True),
    (5, True),
    (5, False),
]:
    shares = [
        f"{run(size, carry, seed):.3f}"
        for seed in range(3)
    ]
    word = "传" if carry else "不传"
    print(f"每段 {size} 步，{word}:", *shares)
# --8<-- [end:echo]
