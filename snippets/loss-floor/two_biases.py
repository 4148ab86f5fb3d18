"""两个偏置的梯度相同，它们的和一步走两倍远；合成一个，训练就不同了。"""

# --8<-- [start:two-biases]
import torch

torch.set_num_threads(1)
inputs = torch.eye(4)[[1, 0, 2, 2, 3]]
labels = torch.tensor([3, 1, 2, 3, 2])
sum_of_losses = torch.nn.CrossEntropyLoss(
    reduction="sum"
)


def losses_of(make, bias_lr, epochs):
    """返回每一轮的损失；
    bias_lr 是 None 时两个偏置都训练，否则合成一个。"""
    torch.manual_seed(3332505980)
    rnn = torch.nn.RNN(4, 4)
    parameters = list(rnn.parameters())
    if bias_lr is not None:
        W_xh, W_hh, bias, spare = parameters
        with torch.no_grad():
            bias += spare
            spare.zero_()  # 清零，也不交给优化器
        parameters = [
            {"params": [W_xh, W_hh]},
            {"params": [bias], "lr": bias_lr},
        ]
    optimizer = make(parameters, lr=0.1)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = sum_of_losses(rnn(inputs)[0], labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


for make in (torch.optim.SGD, torch.optim.Adam):
    print(f"{make.__name__}，第 1、2、15 轮的损失:")
    settings = {
        "两个": None,
        "一个": 0.1,
        "一个，学习率加倍": 0.2,
    }
    for name, bias_lr in settings.items():
        losses = losses_of(make, bias_lr, epochs=15)
        values = ", ".join(
            f"{losses[e - 1]:.4f}"
            for e in (1, 2, 15)
        )
        print(f"  {values}  {name}")
# --8<-- [end:two-biases]
