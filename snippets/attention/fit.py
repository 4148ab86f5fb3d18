"""训练倒写的网络；训练好以后，量正确率与注意力。"""

from torch.nn.functional import cross_entropy, pad

# --8<-- [start:train]
import torch

from digits import END, PAD, make, shift
from network import Reverser, write


def train(
    attend,
    steps,
    seed,
    channel=None,
    backwards=True,
    inputs=shift,
):
    """长度 3 到 10，每步 64 条，教师强制；
    inputs 由目标造出解码器的输入。"""
    torch.manual_seed(seed)
    model = Reverser(attend, channel)
    data = torch.Generator().manual_seed(1000 + seed)
    optimizer = torch.optim.Adam(
        model.parameters(), lr=0.003
    )
    for _ in range(steps):
        lengths = torch.randint(
            3, 11, (64,), generator=data
        )
        sources, targets = make(
            lengths, data, backwards
        )
        states, hidden, mask = model.encode(sources)
        scores, _, _ = model.decode(
            inputs(targets), hidden, states, mask
        )
        loss = cross_entropy(
            scores.flatten(0, 1),
            targets.flatten(),
            ignore_index=PAD,
        )
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(
            model.parameters(), 1.0
        )
        optimizer.step()
    return model


# --8<-- [end:train]


# --8<-- [start:accuracy]
LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 12, 15]
FAR = [8, 10, 12, 15]
SHORT = [3, 5, 8]


def fresh(length, backwards=True):
    """500 条题，各个网络的都相同。"""
    test = torch.Generator().manual_seed(length)
    return make([length] * 500, test, backwards)


@torch.no_grad()
def accuracy(model, length, backwards=True):
    """教师强制、自由运行的数字，自由运行的整串。"""
    sources, targets = fresh(length, backwards)
    states, hidden, mask = model.encode(sources)
    scores, _, _ = model.decode(
        shift(targets), hidden, states, mask
    )
    forced = scores.argmax(dim=2) == targets
    free = (
        write(model, sources, length + 1) == targets
    )
    found = [
        forced[:, :-1],
        free[:, :-1],
        free.all(1),
    ]
    return [f.float().mean().item() for f in found]


# --8<-- [end:accuracy]


# --8<-- [start:place]
@torch.no_grad()
def place(model, length):
    """写各个数字时，权重最大的一步在哪里：
    正好的、早一步的、晚一步的比例。"""
    sources, targets = fresh(length)
    states, hidden, mask = model.encode(sources)
    _, _, weights = model.decode(
        shift(targets), hidden, states, mask
    )
    most = weights[:, :-1].argmax(dim=2)
    early = torch.arange(length).flip(0) - most
    return [
        (early == k).float().mean().item()
        for k in (0, 1, -1)
    ]


# --8<-- [end:place]


# --8<-- [start:given]
@torch.no_grad()
def given(model, length):
    """不用它自己的权重，每步只看正确的那一步：
    教师强制下数字的正确率。"""
    sources, targets = fresh(length)
    states, hidden, _ = model.encode(sources)
    output, _ = model.decoder(
        model.embed(shift(targets)[:, :-1]), hidden
    )
    both = torch.cat([output, states.flip(1)], dim=2)
    written = model.output(both).argmax(dim=2)
    right = written == targets[:, :-1]
    return right.float().mean().item()


# --8<-- [end:given]


# --8<-- [start:padding]
@torch.no_grad()
def padding(model, length, width=10):
    """补到 width，掩码写漏：填充上的权重，
    答案变了的比例，整串对的比例。"""
    sources, targets = fresh(length)
    padded = pad(
        sources, (0, width - length), value=PAD
    )
    states, hidden, mask = model.encode(padded)
    _, _, weights = model.decode(
        shift(targets),
        hidden,
        states,
        torch.ones_like(mask),
    )
    on = weights[:, :, length:].sum(dim=2).mean()
    with_mask = write(model, padded, length + 1)
    without = write(
        model, padded, length + 1, masked=False
    )
    changed = (with_mask != without).any(dim=1)
    right = (without == targets).all(dim=1)
    found = [on, changed.float().mean()]
    return [
        f.item()
        for f in [*found, right.float().mean()]
    ]


# --8<-- [end:padding]


# --8<-- [start:stops]
@torch.no_grad()
def stops(model, length):
    """自由运行，写了几个数字才写 END，平均。"""
    written = write(model, fresh(length)[0], 25)
    digits = (written != END).sum(dim=1)
    return digits.float().mean().item()


# --8<-- [end:stops]


# --8<-- [start:many]
import sys


def many(
    attend, steps, seeds, measured, channel=None
):
    """训练许多种子，量各个长度；measured 的每一项是
    (怎样量, 长度)。也返回最后一个种子的网络。"""
    found = {name: [] for name in measured}
    print("长度 8    教师  自由  整串")
    for seed in seeds:
        model = train(attend, steps, seed, channel)
        for name, (measure, ns) in measured.items():
            row = [measure(model, n) for n in ns]
            found[name].append(row)
        rows = found["accuracy"][-1]
        forced, free, whole = rows[LENGTHS.index(8)]
        print(seed, whole, file=sys.stderr)
        print(
            f"种子 {seed}:  {forced:.2f}  {free:.2f}"
            f"  {whole:.2f}"
        )
    return found, model


# --8<-- [end:many]


# --8<-- [start:eight-bits]
def to_eight_bits(model):
    """每个权重一张 8 位整数的表，和它的一格多大。"""
    arrays = {}
    for name, p in model.named_parameters():
        step = p.detach().abs().max() / 127
        rounded = (p.detach() / step).round()
        arrays[name] = rounded.to(torch.int8).numpy()
        arrays[f"{name}.step"] = step.numpy()
    return arrays


def load(arrays):
    """从 8 位整数恢复带注意力的网络。"""
    model = Reverser(attend=True)
    with torch.no_grad():
        for name, p in model.named_parameters():
            rounded = torch.tensor(arrays[name])
            step = torch.tensor(
                arrays[f"{name}.step"]
            )
            p.copy_(rounded * step)
    return model


# --8<-- [end:eight-bits]
