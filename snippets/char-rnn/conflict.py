"""第 3、4 步的损失为什么在第 7 到 9 轮升高：每一步各自的梯度与总和的梯度。"""

from hello import (
    batch_size,
    criterion,
    hidden_size,
    input_size,
    inputs,
    labels,
)

# --8<-- [start:conflict]
import torch


def retrain(stop_step_5_at):
    """重新训练，返回各轮五步的损失、
    五步各自的梯度；从某一轮起不管第 5 步。"""
    torch.manual_seed(3332505980)
    cell = torch.nn.RNNCell(input_size, hidden_size)
    parameters = list(cell.parameters())
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    all_losses, all_gradients = [], []
    for epoch in range(1, 12):
        hidden = torch.zeros(batch_size, hidden_size)
        losses = []
        for x, label in zip(
            inputs, labels, strict=True
        ):
            hidden = cell(x, hidden)
            losses.append(criterion(hidden, label))
        gradients = []
        for loss in losses:
            parts = torch.autograd.grad(
                loss, parameters, retain_graph=True
            )
            gradients.append(
                torch.cat(
                    [
                        part.flatten()
                        for part in parts
                    ]
                )
            )
        optimizer.zero_grad()
        sum(
            losses[:4]
            if epoch >= stop_step_5_at
            else losses
        ).backward()
        optimizer.step()
        all_losses.append(
            torch.stack(losses).detach()
        )
        all_gradients.append(torch.stack(gradients))
    return torch.stack(all_losses), torch.stack(
        all_gradients
    )


def row(values):
    return " ".join(
        f"{value:6.3f}" for value in values.tolist()
    )


losses, gradients = retrain(stop_step_5_at=100)
print("更新这一轮，五步的损失各变多少")
for epoch in range(5, 11):
    print(
        f"第 {epoch:2} 轮 "
        f"{row(losses[epoch] - losses[epoch - 1])}"
    )

print("五步各自的梯度有多长")
for epoch in range(5, 11):
    print(
        f"第 {epoch:2} 轮 "
        f"{row(gradients[epoch - 1].norm(dim=1))}"
    )

# 两个梯度的夹角的余弦：正的，同向；
# 负的，压低一个就抬高另一个。
print(
    "各步的梯度与总和的梯度，夹角的余弦；"
    "第 3 步与第 4 步的"
)
for epoch in range(5, 11):
    steps = gradients[epoch - 1]
    lengths = steps.norm(dim=1, keepdim=True)
    directions = steps / lengths
    total = steps.sum(dim=0)
    cosines = directions @ total / total.norm()
    print(
        f"第 {epoch:2} 轮 {row(cosines)}; "
        f"{directions[2] @ directions[3]:6.3f}"
    )

without, _ = retrain(stop_step_5_at=6)
print("从第 6 轮起不管第 5 步，五步的损失")
for epoch in range(6, 11):
    print(
        f"第 {epoch:2} 轮 {row(without[epoch - 1])}"
    )
# --8<-- [end:conflict]
