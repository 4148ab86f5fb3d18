"""练习：自己的一对词，最后一步的损失分给每一步多少。"""

# --8<-- [start:own]
import torch


def last_row(source, target, seed):
    """最后一步的损失，对每一步用的 W_hh 的范数。"""
    vocab = sorted(set(source + target))
    size = len(vocab)
    torch.manual_seed(seed)
    cell = torch.nn.RNNCell(size, size)
    W_xh, W_hh, b_xh, b_hh = (
        p.detach() for p in cell.parameters()
    )
    copies = [W_hh.clone() for _ in source]
    hidden = torch.zeros(size)
    for copy, char in zip(
        copies, source, strict=True
    ):
        copy.requires_grad = True
        x = torch.eye(size)[vocab.index(char)]
        hidden = torch.tanh(
            W_xh @ x + copy @ hidden + b_xh + b_hh
        )
    label = torch.tensor(vocab.index(target[-1]))
    torch.nn.functional.cross_entropy(
        hidden, label
    ).backward()
    return [
        copy.grad.norm().item() for copy in copies
    ]


for seed in (0, 1, 2):
    row = last_row("春眠不觉晓", "处处闻啼鸟", seed)
    print(*(f"{norm:.4f}" for norm in row))
# --8<-- [end:own]
