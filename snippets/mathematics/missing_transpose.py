"""漏写 .T：d 与 n 不同时 W_xh 报错；别的时候不报错、只算错。"""

# --8<-- [start:missing-transpose]
import torch

torch.manual_seed(0)
for hidden_size in (3, 4):
    cell = torch.nn.RNNCell(
        input_size=4, hidden_size=hidden_size
    )
    x = torch.randn(2, 4)
    hidden = torch.randn(2, hidden_size)
    pairs = {"weight_ih": x, "weight_hh": hidden}
    for name, vectors in pairs.items():
        weight = getattr(cell, name)
        print(f"{name}: shape={tuple(weight.shape)}")
        try:
            difference = (
                vectors @ weight - vectors @ weight.T
            )
            print(
                "  没有报错，"
                f"差 {difference.abs().max():.2f}"
            )
        except RuntimeError as error:
            print(f"  RuntimeError: {error}")
# --8<-- [end:missing-transpose]
