"""W_hh 的梯度没有消失，消失的是间隔长的部分；裁剪不改变比例。"""

# --8<-- [start:terms]
import torch


def parts(seed):
    """W_hh 的梯度，和它的三部分。"""
    torch.manual_seed(seed)
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
    # 只有最后一步有损失：写出第一个字符；
    # 前 4 个状态当得分
    torch.nn.functional.cross_entropy(
        hidden[:4], symbols[0]
    ).backward()
    grads = [copy.grad for copy in copies]
    near, far = grads[95:], grads[:80]
    return [
        sum(some)
        for some in (grads, near, far, grads[:50])
    ]


found = [parts(seed) for seed in range(10)]
for name, some in zip(
    (
        "整个 100 份",
        "间隔 0 到 4 的 5 份",
        "间隔 20 以上的 80 份",
        "间隔 50 以上的 50 份",
    ),
    zip(*found, strict=True),
    strict=True,
):
    norms = [g.norm().item() for g in some]
    low, high = min(norms), max(norms)
    print(f"{name}: {low:.2g} 到 {high:.2g}")
# --8<-- [end:terms]

# --8<-- [start:clipped]
whole, _, far, _ = found[0]
W_hh = torch.zeros(32, 32)
W_hh.grad = whole.float()
torch.nn.utils.clip_grad_norm_([W_hh], 0.1)
share = W_hh.grad.norm() / whole.norm()
for name, size in [("之前", 1), ("之后", share)]:
    print(f"裁剪{name}: {size * whole.norm():.2g}")
    print(f"  间隔长的: {size * far.norm():.2g}")
# --8<-- [end:clipped]
