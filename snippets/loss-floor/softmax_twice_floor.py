"""softmax 做两次时损失的下限，并随机取得分核对有没有更小的。"""

# --8<-- [start:twice]
import torch


def twice(z):
    """z 的形状 (N, 4)，
    正确的是第 0 类；返回 N 个 -ln p。"""
    return -z.softmax(dim=1).log_softmax(dim=1)[:, 0]


limits = {
    "得分之差不限": torch.tensor(
        [[100.0, 0.0, 0.0, 0.0]]
    ),
    "没有输出层": torch.tensor(
        [[1.0, -1.0, -1.0, -1.0]]
    ),
}
for name, z in limits.items():
    p = z.softmax(dim=1)[0]
    floor = twice(z).item()
    formula = torch.log(
        1 + 3 * torch.exp((1 - 4 * p[0]) / 3)
    )
    print(
        f"{name}: 第一次 softmax 得\n ",
        *(f"{v:.4f}" for v in p.tolist()),
    )
    print(
        f"  下限: 一步 {floor:.4f}，"
        f"公式 {formula:.4f}，五步 {5 * floor:.4f}"
    )

torch.manual_seed(0)
# -1 到 1 之间，tanh 能取到的
z = torch.rand(1_000_000, 4) * 2 - 1
print(
    "一百万组随机得分都不低于下限:",
    (twice(z) >= floor).all().item(),
)
# --8<-- [end:twice]
