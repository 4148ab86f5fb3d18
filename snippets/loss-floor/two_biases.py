"""两个偏置的梯度相同，所以训练里它们的和走得是一个偏置的两倍远。"""

# --8<-- [start:two-biases]
import torch

inputs = torch.eye(4)[[1, 0, 2, 2, 3]]
labels = torch.tensor([3, 1, 2, 3, 2])
criterion = torch.nn.CrossEntropyLoss(reduction="sum")


def train(optimizer_class, merged):
    """训练 15 轮，返回每一轮的损失，和两个偏置的梯度是否相同；`merged` 把两个偏置合成一个。"""
    torch.manual_seed(3332505980)
    rnn = torch.nn.RNN(4, 4)
    parameters = [rnn.weight_ih_l0, rnn.weight_hh_l0, rnn.bias_ih_l0]
    if merged:
        with torch.no_grad():
            rnn.bias_ih_l0 += rnn.bias_hh_l0
            rnn.bias_hh_l0.zero_()
    else:
        parameters.append(rnn.bias_hh_l0)
    optimizer = optimizer_class(parameters, lr=0.1)
    losses = []
    for _ in range(15):
        optimizer.zero_grad()
        loss = criterion(rnn(inputs)[0], labels)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    same = torch.allclose(rnn.bias_ih_l0.grad, rnn.bias_hh_l0.grad)
    return losses, same


for optimizer_class in (torch.optim.SGD, torch.optim.Adam):
    (two, same), (one, _) = train(optimizer_class, False), train(optimizer_class, True)
    print(f"{optimizer_class.__name__}：两个偏置的梯度相同 {same}")
    for epoch in (1, 2, 15):
        values = f"两个 {two[epoch - 1]:.4f}，合成一个 {one[epoch - 1]:.4f}"
        print(f"  第 {epoch:2} 轮：{values}")
# --8<-- [end:two-biases]
