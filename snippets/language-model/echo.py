"""一个小任务：读一串随机的位，写出 lag 步之前的那一位；一段一段地训练。"""

import torch
from torch.nn.functional import (
    cross_entropy,
    one_hot,
)

torch.set_num_threads(1)


# --8<-- [start:run]
def run(size, carry, seed, lag=4):
    """每段 size 步，carry 说状态传不传到下一段；
    返回在新的一串上写对的比例。"""
    torch.manual_seed(seed)
    rnn = torch.nn.RNN(2, 32)
    output = torch.nn.Linear(32, 2)
    optimizer = torch.optim.Adam(
        [*rnn.parameters(), *output.parameters()],
        lr=0.01,
    )
    for part in ("训练", "测试"):
        bits = torch.randint(0, 2, (2500, 16))
        x = one_hot(bits, 2).float()
        targets = bits.roll(lag, 0)
        state, right = None, []
        for start in range(0, 2500, size):
            end = start + size
            hidden, state = rnn(x[start:end], state)
            logits = output(hidden)
            target = targets[start:end]
            if part == "训练":
                loss = cross_entropy(
                    logits.flatten(0, 1),
                    target.flatten(),
                )
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
            right.append(logits.argmax(2) == target)
            # 数照旧传下去，计算图在这里断开
            state = state.detach() if carry else None
    return torch.cat(right).float().mean().item()


# --8<-- [end:run]
