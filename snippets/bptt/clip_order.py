"""裁剪放在哪里才有用；clip_grad_norm_ 返回的是裁剪之前的范数。"""

# --8<-- [start:once]
import torch

clip = torch.nn.utils.clip_grad_norm_
w = torch.zeros(2, requires_grad=True)
loss = 3 * w[0] + 4 * w[1]
loss.backward()
print("裁剪之前:", w.grad.tolist())
print("返回:", clip([w], max_norm=1.0).item())
print(
    "裁剪之后:",
    [f"{g:.2f}" for g in w.grad.tolist()],
)
# --8<-- [end:once]

# --8<-- [start:order]
for place in (
    "不裁剪",
    "backward 之前",
    "两者之间",
    "step 之后",
):
    w = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1)
    loss = 3 * w[0] + 4 * w[1]
    optimizer.zero_grad()
    if place == "backward 之前":
        clip([w], max_norm=1.0)
    loss.backward()
    if place == "两者之间":
        clip([w], max_norm=1.0)
    optimizer.step()
    if place == "step 之后":
        clip([w], max_norm=1.0)
    print(f"{place}: 走了 {w.norm().item():.2f}")
# --8<-- [end:order]
