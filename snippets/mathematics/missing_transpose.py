"""漏写 .T：形状不同时报错，形状相同时不报错、只算错。"""

# --8<-- [start:missing-transpose]
import torch

torch.manual_seed(0)
for hidden_size in (3, 4):
    cell = torch.nn.RNNCell(input_size=4, hidden_size=hidden_size)
    x = torch.randn(2, 4)
    right = x @ cell.weight_ih.T
    print(f"weight_ih: shape={tuple(cell.weight_ih.shape)}")
    try:
        wrong = x @ cell.weight_ih
        print(f"  没有报错，差 {(wrong - right).abs().max():.2f}")
    except RuntimeError as error:
        print(f"  RuntimeError: {error}")
# --8<-- [end:missing-transpose]
