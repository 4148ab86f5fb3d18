"""用 NumPy 手写通过时间反向传播，与 backward 相等。"""

# --8<-- [start:forward]
import numpy as np
import torch

torch.manual_seed(3332505980)
cell = torch.nn.RNNCell(4, 4).double()
W_xh, W_hh, b_xh, b_hh = (
    w.detach().numpy() for w in cell.parameters()
)
x = np.eye(4)[[1, 0, 2, 2, 3]]  # hello
y = np.eye(4)[[3, 1, 2, 3, 2]]  # ohlol

h = [np.zeros(4)]  # h[t] 就是 h_t
for t in range(1, 6):
    total = W_xh @ x[t - 1] + W_hh @ h[t - 1]
    h.append(np.tanh(total + b_xh + b_hh))
# --8<-- [end:forward]

# --8<-- [start:backward]
dW_xh, dW_hh = np.zeros((4, 4)), np.zeros((4, 4))
db = np.zeros(4)
later = np.zeros(4)  # 后一步传回来的
for t in range(5, 0, -1):
    p = np.exp(h[t]) / np.exp(h[t]).sum()
    dh = (p - y[t - 1]) + later
    da = (1 - h[t] ** 2) * dh
    dW_xh += np.outer(da, x[t - 1])
    dW_hh += np.outer(da, h[t - 1])
    db += da
    later = W_hh.T @ da
# --8<-- [end:backward]

# --8<-- [start:compare]
hidden = torch.zeros(4).double()
loss = 0
for x_t, label in zip(
    torch.tensor(x), [3, 1, 2, 3, 2], strict=True
):
    hidden = cell(x_t, hidden)
    loss += torch.nn.functional.cross_entropy(
        hidden, torch.tensor(label)
    )
loss.backward()
print(f"损失 {loss.item():.4f}")
for mine, w in zip(
    [dW_xh, dW_hh, db, db],
    cell.parameters(),
    strict=True,
):
    # 相对的差不超过十亿分之一
    same = np.allclose(
        mine, w.grad, rtol=1e-9, atol=0
    )
    print(same)
theirs = cell.weight_hh.grad.numpy()
print("手写:    ", np.round(dW_hh[0], 4))
print("backward:", np.round(theirs[0], 4))
# --8<-- [end:compare]
