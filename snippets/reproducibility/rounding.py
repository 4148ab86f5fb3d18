"""第 14 轮的损失离舍入边界有多远，末位的偏差会不会让它打印成别的。"""

# --8<-- [start:totals]
import torch


def fifteen_totals(dtype, copies=1, noise=0):
    """训练 15 轮，`copies` 份一起算，
    返回各轮的损失与各轮各步的得分。

    形状：损失 (15, copies)，
    得分 (15 × 5, copies, 4)。
    `noise`：每个隐藏状态按比例随机偏至
    多几个 eps（float32 的相对精度）。
    """
    torch.manual_seed(3332505980)
    # 初始参数总是 float32 的，再换成 dtype
    cell = torch.nn.RNNCell(4, 4)
    parameters = [
        p.detach()
        .to(dtype)
        .expand(copies, *p.shape)
        .clone()
        .requires_grad_()
        for p in cell.parameters()
    ]
    w_ih, w_hh, b_ih, b_hh = parameters
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    totals, scores = [], []
    for _ in range(15):
        optimizer.zero_grad()
        hidden = torch.zeros(copies, 4, dtype=dtype)
        total = 0
        for x, y in zip(
            [1, 0, 2, 2, 3],
            [3, 1, 2, 3, 2],
            strict=True,
        ):
            product = (
                w_hh @ hidden.unsqueeze(2)
            ).squeeze(2)
            hidden = torch.tanh(
                w_ih[:, :, x] + b_ih + product + b_hh
            )
            units = torch.randint(
                -noise, noise + 1, hidden.shape
            )
            hidden = hidden * (
                1
                + units
                * torch.finfo(torch.float32).eps
            )
            # -ln p_c = ln Σ e^z - z_c
            total = (
                total
                + torch.logsumexp(hidden, dim=1)
                - hidden[:, y]
            )
            scores.append(hidden.detach())
        total.sum().backward()
        optimizer.step()
        totals.append(total.detach())
    return torch.stack(totals), torch.stack(scores)


# --8<-- [end:totals]

# --8<-- [start:distance]
exact, _ = fifteen_totals(torch.float64)
total = exact[13].item()
print(f"第 14 轮的损失:      {total:.7f}")
print(f"从这里起打印成 2.0997: {2.09965:.7f}")
print(f"还差:                {2.09965 - total:.7f}")
# 2 与 4 之间，相邻两数隔这么多
spacing = torch.finfo(torch.float32).eps * 2
print(f"相邻的 float32 相隔: {spacing:.7f}")

# 乘 10000 之后，小数部分是 0.5 的数正好在边界上。
distances = (
    (exact[:, 0] * 10000) % 1 - 0.5
).abs() / 10000
close = [
    epoch + 1
    for epoch in range(15)
    if distances[epoch] < 0.000001
]
print(
    f"15 轮里离边界不到 0.000001 的: 第 {close} 轮"
)
# --8<-- [end:distance]

# --8<-- [start:noise]
noisy, scores = fifteen_totals(
    torch.float32, copies=500, noise=4
)
written = scores.argmax(dim=2)
highest, second = scores.topk(
    2, dim=2
).values.unbind(dim=2)

print(
    "第 14 轮打印的:",
    sorted(
        {
            f"{total:.4f}"
            for total in noisy[13].tolist()
        }
    ),
)
largest = (noisy - exact).abs().max().item()
print(
    "15 轮里偏得最远的不到 0.00001: "
    f"{largest < 0.00001}"
)
print(
    "500 份写的字符都相同: "
    f"{(written == written[:, :1]).all().item()}"
)
print(
    "最高的两个得分至少差: "
    f"{(highest - second).min().item():.4f}"
)
# --8<-- [end:noise]
