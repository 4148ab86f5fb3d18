"""两层双向 RNN 的每个状态在哪里。"""

# --8<-- [start:by-hand]
import torch

torch.manual_seed(0)
T, B, n = 4, 2, 3
rnn = torch.nn.RNN(
    5, n, num_layers=2, bidirectional=True
)
inputs = torch.randn(T, B, 5)


def all_states(inputs):
    """(层, 方向, 步) → 状态，一个一个单向算出来。"""
    states, below = {}, inputs
    for layer in range(2):
        halves = []
        for d, end in enumerate(("", "_reverse")):
            one = torch.nn.RNN(below.shape[2], n)
            for name in one._parameters:
                value = getattr(
                    rnn, name[:-1] + f"{layer}{end}"
                )
                setattr(one, name, value)
            # 向左的：把步倒过来读，再倒回来
            flip = below.flip(0) if d else below
            output, _ = one(flip)
            halves.append(
                output.flip(0) if d else output
            )
            for t in range(T):
                states[layer, d, t] = halves[d][t]
        below = torch.cat(halves, 2)
    return states


# --8<-- [end:by-hand]


# --8<-- [start:table]
output, h_n = rnn(inputs)
print(f"output: {tuple(output.shape)}")
print(f"h_n:    {tuple(h_n.shape)}")
inputs.requires_grad_()
states = all_states(inputs)
print(f"一共 {len(states)} 个状态")
print(
    "层 方向 步  output 里          h_n 里    谁算的"
)
for (layer, d, t), state in states.items():
    found = [
        f"output[{s}, b, {half}]"
        for s in range(T)
        for half, part in (
            ("0:n", output[s, :, :n]),
            ("n:2n", output[s, :, n:]),
        )
        if torch.allclose(part, state, atol=1e-6)
    ]
    final = [
        f"h_n[{k}, b]"
        for k in range(4)
        if torch.allclose(h_n[k], state, atol=1e-6)
    ]
    inputs.grad = None
    state.sum().backward(retain_graph=True)
    used = inputs.grad.abs().sum((1, 2)).nonzero()
    ends = [f"x_{k + 1}" for k in used[[0, -1], 0]]
    print(
        f"{layer + 1}  {'向左' if d else '向右'}"
        f" {t + 1:2}"
        f"  {''.join(found) or '-':18}"
        f" {''.join(final) or '-':9}"
        f" {'..'.join(dict.fromkeys(ends))}"
    )
# --8<-- [end:table]
