"""练习：每步之前把状态清零，5 × 5 的表变成什么。"""

# --8<-- [start:reset]
import torch

torch.manual_seed(3332505980)
cell = torch.nn.RNNCell(4, 4)
p = [p.detach() for p in cell.parameters()]
names = ("W_xh", "W_hh")
copies = {
    "W_xh": [p[0].clone() for _ in range(5)],
    "W_hh": [p[1].clone() for _ in range(5)],
}
for copy in copies["W_xh"] + copies["W_hh"]:
    copy.requires_grad = True

losses = []
for t in range(5):
    x = torch.eye(4)[[1, 0, 2, 2, 3][t]]
    label = torch.tensor([3, 1, 2, 3, 2][t])
    hidden = torch.tanh(
        copies["W_xh"][t] @ x
        + copies["W_hh"][t] @ torch.zeros(4)
        + p[2]
        + p[3]
    )
    losses.append(
        torch.nn.functional.cross_entropy(
            hidden, label
        )
    )

for name in names:
    for t, loss in enumerate(losses, start=1):
        # allow_unused: 没有用到的给 None
        found = torch.autograd.grad(
            loss,
            copies[name],
            retain_graph=True,
            allow_unused=True,
        )
        row = [
            "     0"
            if g is None
            else f"{g.norm():.4f}"
            for g in found
        ]
        print(f"L_{t}  {name}  ", *row)
# --8<-- [end:reset]
