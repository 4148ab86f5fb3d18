"""注意力没有次序；自注意力各步一次算完，多头各看各的。"""

# --8<-- [start:shuffle]
import torch

from network import attention

torch.manual_seed(0)
q = torch.randn(1, 1, 64)
states = torch.randn(1, 5, 64)
mask = torch.ones(1, 1, 5, dtype=torch.bool)
other = states[:, [3, 0, 4, 1, 2]]
seen, _ = attention(q, states, states, mask)
again, _ = attention(q, other, other, mask)
gap = (seen - again).abs().max().item()
print(f"打乱键与值，最多差不到 1e-5: {gap < 1e-5}")
# --8<-- [end:shuffle]

# --8<-- [start:self]
make_q = torch.nn.Linear(64, 64)
make_k = torch.nn.Linear(64, 64)
make_v = torch.nn.Linear(64, 64)


def look(x, mask):
    """自注意力：查询、键、值都由 x 算出。"""
    q = make_q(x) / 64**0.5
    return attention(q, make_k(x), make_v(x), mask)


embed = torch.nn.Embedding(10, 64)
place = torch.nn.Embedding(10, 64)
three = mask[:, :, :3]
strings = [1, 2, 3], [2, 1, 3]
print("比较", *strings)
for name, positions in [
    ("没有位置", torch.zeros(3, 64)),
    ("加上位置", place(torch.arange(3))),
]:
    results = []
    for digits in strings:
        x = embed(torch.tensor([digits])) + positions
        results.append(look(x, three)[0][0, 2])
    gap = (
        (results[0] - results[1]).abs().max().item()
    )
    print(
        f"{name}: "
        f"第 3 步最多差 {gap:.3f}，相等 {gap < 1e-5}"
    )
# --8<-- [end:self]

# --8<-- [start:parallel]
x = torch.randn(1, 6, 64)
past = torch.ones(6, 6, dtype=torch.bool).tril()
print(past.int())
together, weights = look(x, past)
steps = []
for t in (5, 4, 3, 2, 1, 0):  # 先算哪一步都行
    seen, _ = look(
        x[:, : t + 1], past[: t + 1, : t + 1]
    )
    steps.insert(0, seen[:, -1:])
gap = (together - torch.cat(steps, 1)).abs().max()
print(f"一次算完与逐步算，差不到 1e-5: {gap < 1e-5}")
# --8<-- [end:parallel]


# --8<-- [start:heads]
def two_heads(x, mask):
    """64 个数切成两半，各算各的权重，再接起来。"""
    q, k, v = make_q(x), make_k(x), make_v(x)
    heads = [
        attention(q_i / 32**0.5, k_i, v_i, mask)
        for q_i, k_i, v_i in zip(
            q.split(32, 2),
            k.split(32, 2),
            v.split(32, 2),
            strict=True,
        )
    ]
    seen = torch.cat([head[0] for head in heads], 2)
    return seen, [head[1] for head in heads]


_, (front, back) = two_heads(x, past)
for name, w in [
    ("一个头", weights),
    ("前一半", front),
    ("后一半", back),
]:
    row = [
        f"{value:.2f}" for value in w[0, 5].tolist()
    ]
    print(f"第 6 步，{name}:", *row)
# --8<-- [end:heads]
