"""一个参数、一个损失、一个梯度、一步：手算的数，由 backward 与 step 核对。"""

import torch


# --8<-- [start:slope]
def squared_error(w):
    return (w * 2 - 10) ** 2


print("w = 3:     损失", squared_error(3))
print(
    "w = 3.001: 损失", round(squared_error(3.001), 6)
)
change = squared_error(3.001) - squared_error(3)
print("每一份:", round(change / 0.001, 3))
# --8<-- [end:slope]

# --8<-- [start:step]
w = torch.tensor(3.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
for count in range(1, 4):
    output = w * 2
    loss = (output - 10) ** 2
    optimizer.zero_grad()
    loss.backward()
    print(
        f"{count}: w={w.item():.3f} "
        f"输出={output.item():.3f}",
        end=" ",
    )
    print(
        f"损失={loss.item():.4f} "
        f"梯度={w.grad.item():.3f}"
    )
    optimizer.step()
print(f"改过三次: w={w.item():.3f}")
# --8<-- [end:step]
