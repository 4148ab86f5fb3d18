"""W_hh 的梯度没有消失，消失的是间隔长的几项；裁剪不改变比例。"""

# --8<-- [start:terms]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(4, 32).double()
W_xh, W_hh, b_xh, b_hh = (
    p.detach() for p in cell.parameters()
)
copies = [W_hh.clone() for _ in range(100)]
hidden = torch.zeros(32).double()
one_hot = torch.eye(4).double()
symbols = torch.randint(4, (100,))
for copy, x in zip(
    copies, one_hot[symbols], strict=True
):
    copy.requires_grad = True
    hidden = torch.tanh(
        W_xh @ x + copy @ hidden + b_xh + b_hh
    )
# 只有最后一步有损失：写出第一个字符
torch.nn.functional.cross_entropy(
    hidden[:4], symbols[0]
).backward()


def report():
    """梯度与它的三部分的范数。"""
    grads = [copy.grad for copy in copies]
    print(f"W_hh 的梯度: {sum(grads).norm():.4f}")
    for name, part in [
        ("间隔 0 到 4", grads[95:]),
        ("间隔 20 以上", grads[:80]),
        ("间隔 50 以上", grads[:50]),
    ]:
        print(f"  {name}: {sum(part).norm():.2g}")


report()
# --8<-- [end:terms]

# --8<-- [start:clipped]
total = sum(copy.grad for copy in copies).norm()
for copy in copies:
    copy.grad *= 0.1 / total
print("裁到 0.1 之后:")
report()
# --8<-- [end:clipped]
