"""练习：w 取 1 与 -1.1，有 tanh 与没有 tanh。"""

# --8<-- [start:other-weights]
import torch

for w in (1.0, -1.1):
    linear = torch.tensor(0.0)
    squashed = torch.tensor(0.0)
    print(f"w={w}:    没有 tanh    有 tanh")
    for step in range(1, 101):
        linear = w * linear + 1
        squashed = torch.tanh(w * squashed + 1)
        if step in (1, 2, 3, 99, 100):
            print(
                f"  第 {step:3} 步 "
                f"{linear.item():10.4g} "
                f"{squashed.item():9.4f}"
            )
# --8<-- [end:other-weights]
