"""训练一个语言模型，每 25 步在验证集上量一次，
留下验证损失最低的权重。"""

import sys
from copy import deepcopy

import torch
from torch.nn.functional import cross_entropy

from corpus import encode, test, train, valid, vocab

data = {
    name: encode(part)
    for name, part in {
        "train": train,
        "valid": valid,
        "test": test,
    }.items()
}


# --8<-- [start:loss]
def loss_of(model, poems):
    """(N, 26) 的索引 → 每首每个位置的损失，(N, 25)。"""
    logits, _ = model(poems[:, :-1])
    losses = cross_entropy(
        logits.flatten(0, 1),
        poems[:, 1:].flatten(),
        reduction="none",
    )
    return losses.view(len(poems), -1)


# --8<-- [end:loss]


# --8<-- [start:fit]
def fit(model, num_steps, every=25, keep_best=True):
    """返回 (步, 训练损失, 验证损失) 的列表；
    keep_best 时，模型换成验证损失最低的那一步的权重。"""
    optimizer = torch.optim.Adam(
        model.parameters(), lr=0.003
    )
    curve, best = [], None
    order = []
    for step in range(1, num_steps + 1):
        if len(order) < 64:  # 又一轮，重新洗牌
            order = torch.randperm(
                len(data["train"])
            )
        batch, order = order[:64], order[64:]
        optimizer.zero_grad()
        loss = loss_of(model, data["train"][batch])
        loss.mean().backward()
        torch.nn.utils.clip_grad_norm_(
            model.parameters(), 1.0
        )
        optimizer.step()
        if step % every == 0:
            losses = [
                held_out_loss(model, part)
                .mean()
                .item()
                for part in ("train", "valid")
            ]
            curve.append((step, *losses))
            if losses[1] == min(c[2] for c in curve):
                best = deepcopy(model.state_dict())
            print(step, losses, file=sys.stderr)
    if keep_best:
        model.load_state_dict(best)
    return curve


# --8<-- [end:fit]


def held_out_loss(model, part):
    """不训练，只量损失；每部分最多 216 首。"""
    with torch.no_grad():
        return loss_of(model, data[part][:216])


def new_model(make, seed):
    torch.manual_seed(seed)
    return make(len(vocab))
