"""输入用索引还是用独热向量：同样的种子，成对地比较谁写对。"""

from hello import x_data, y_data

# --8<-- [start:index-or-one-hot]
import torch

from paired import compare


def written_right(
    inputs, hidden_size, output_layer, seeds
):
    """从每个种子出发训练 60 轮（Adam，
    0.1），第 15、60 轮各有哪些种子五步全对。

    许多种子的网络叠在一起算，
    每个张量的第 0 维是种子；各算各的，互不影响。
    """
    stacked = []
    for seed in range(seeds):
        torch.manual_seed(seed)
        layers = [
            torch.nn.RNN(
                inputs.shape[1], hidden_size
            )
        ]
        if output_layer:
            layers.append(
                torch.nn.Linear(hidden_size, 4)
            )
        stacked.append(
            [
                p.detach()
                for layer in layers
                for p in layer.parameters()
            ]
        )
    parameters = [
        torch.stack(p).requires_grad_()
        for p in zip(*stacked, strict=True)
    ]
    w_ih, w_hh, b_ih, b_hh, *output = parameters
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    right = {}
    for epoch in range(1, 61):
        optimizer.zero_grad()
        hidden = torch.zeros(seeds, hidden_size)
        loss = 0
        correct = torch.ones(seeds, dtype=torch.bool)
        for x, y in zip(inputs, y_data, strict=True):
            product = (
                w_hh @ hidden.unsqueeze(2)
            ).squeeze(2)
            hidden = torch.tanh(
                w_ih @ x + b_ih + product + b_hh
            )
            scores = hidden
            if output:
                scores = (
                    output[0] @ hidden.unsqueeze(2)
                ).squeeze(2) + output[1]
            step_loss = scores.logsumexp(dim=1)
            step_loss = step_loss - scores[:, y]
            loss = loss + step_loss.sum()
            right_now = scores.argmax(dim=1) == y
            correct = correct & right_now
        right[epoch] = correct.tolist()
        loss.backward()
        optimizer.step()
    return right[15], right[60]


one_hot = torch.eye(4)[x_data]
indices = torch.tensor(
    x_data, dtype=torch.float32
).view(5, 1)
for size, output in [(4, False), (8, True)]:
    print(f"hidden_size={size}, 输出层: {output}")
    by_one_hot = written_right(
        one_hot, size, output, seeds=100
    )
    by_index = written_right(
        indices, size, output, seeds=100
    )
    for epoch, a, b in zip(
        [15, 60], by_one_hot, by_index, strict=True
    ):
        print(
            f"  第 {epoch} 轮: 独热 {sum(a)}，"
            f"索引 {sum(b)}\n    {compare(a, b)}"
        )
# --8<-- [end:index-or-one-hot]
