"""没有 tanh，多步合起来只是一个矩阵，写不出「两个输入不同」。"""

# --8<-- [start:one-matrix]
import torch

torch.manual_seed(0)
W_xh = torch.randn(3, 1)
W_hh = torch.randn(3, 3)


def read(sequence, squash):
    """从全零读两个数，返回最后的隐藏状态；
    squash 说要不要 tanh。"""
    hidden = torch.zeros(3)
    for number in sequence:
        x = torch.tensor([number])
        hidden = W_xh @ x + W_hh @ hidden
        if squash:
            hidden = torch.tanh(hidden)
    return hidden


# 3 行 2 列
merged = torch.cat([W_hh @ W_xh, W_xh], dim=1)
both = torch.tensor([1.0, -2.0])
same = torch.allclose(
    read([1.0, -2.0], False), merged @ both
)
print("没有 tanh，读两步等于乘一个矩阵:", same)

for squash in (False, True):
    equal = read([0.0, 0.0], squash)
    equal = equal + read([1.0, 1.0], squash)
    differ = read([0.0, 1.0], squash)
    differ = differ + read([1.0, 0.0], squash)
    name = "有 tanh" if squash else "没有 tanh"
    gap = (equal - differ).abs().max()
    print(
        f"{name}: 两个相同的与两个不同的，"
        f"和相差 {gap:.4f}"
    )
# --8<-- [end:one-matrix]
