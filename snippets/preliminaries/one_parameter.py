"""一个参数、一个损失、一个梯度、一步：先手算，再让 PyTorch 算。"""

# --8<-- [start:by-hand]
w, lr = 1.0, 0.01


def loss_of(w):
    return (3 * w - 6) ** 2


gradient = 2 * (3 * w - 6) * 3
print(f"损失 {loss_of(w):.2f}，梯度 {gradient:.2f}")
print(f"w 增加 0.001，损失变化 {loss_of(w + 0.001) - loss_of(w):.5f}")
w = w - lr * gradient
print(f"新的 w {w:.2f}，损失 {loss_of(w):.4f}")
# --8<-- [end:by-hand]

# --8<-- [start:autograd]
import torch

w = torch.tensor(1.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.01)
loss = loss_of(w)
loss.backward()
print(f"梯度 {w.grad.item():.2f}")
optimizer.step()
print(f"新的 w {w.item():.2f}")
# --8<-- [end:autograd]

# --8<-- [start:zero-grad]
loss_of(w).backward()
print(f"没有清零：{w.grad.item():.2f}")
optimizer.zero_grad()
loss_of(w).backward()
print(f"清零之后：{w.grad.item():.2f}")
# --8<-- [end:zero-grad]

# --8<-- [start:repeat]
for step in range(1, 21):
    optimizer.zero_grad()
    loss = loss_of(w)
    loss.backward()
    optimizer.step()
    if step in (1, 5, 20):
        print(f"第 {step:2} 步：损失 {loss.item():.4f}，w {w.item():.4f}")
# --8<-- [end:repeat]
