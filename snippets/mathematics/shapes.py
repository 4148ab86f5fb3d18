"""建出公式里的每个张量，打印形状，与表 1 对照。"""

# --8<-- [start:shapes]
import torch


def shapes(d, n, m):
    """公式里每个符号的形状；m 是 None 时没有输出层。"""
    cell = torch.nn.RNNCell(
        input_size=d, hidden_size=n
    )
    tensors = {
        "x_t": torch.randn(d),
        "h_t-1": torch.zeros(n),
    }
    tensors["h_t"] = cell(
        tensors["x_t"], tensors["h_t-1"]
    )
    tensors["W_xh"] = cell.weight_ih
    tensors["W_hh"] = cell.weight_hh
    tensors["b_h"] = cell.bias_ih + cell.bias_hh
    if m is not None:
        layer = torch.nn.Linear(
            in_features=n, out_features=m
        )
        tensors["W_hy"] = layer.weight
        tensors["b_y"] = layer.bias
        tensors["y_t"] = layer(tensors["h_t"])
    return {
        name: str(tuple(v.shape))
        for name, v in tensors.items()
    }


by_hand = shapes(d=3, n=2, m=1)
ohlol = shapes(d=4, n=4, m=None)
print("       手算    ohlol")
for name, shape in by_hand.items():
    print(
        f"{name:6} {shape:7} "
        f"{ohlol.get(name, '没有')}"
    )
# --8<-- [end:shapes]
