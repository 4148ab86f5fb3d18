"""手写的注意力：三个键，一个查询；与 PyTorch 的相等。"""

# --8<-- [start:three-keys]
import torch

q = torch.tensor([[1.0, 0.0]])
k = torch.tensor(
    [[2.0, 0.0], [0.0, 2.0], [1.0, 1.0]]
)
v = torch.tensor([[10.0], [20.0], [30.0]])
scores = q @ k.T
weights = scores.softmax(dim=1)
print("得分", scores[0].tolist())
print(
    "权重",
    [
        f"{weight:.3f}"
        for weight in weights[0].tolist()
    ],
)
print(f"取到 {(weights @ v).item():.2f}")
# --8<-- [end:three-keys]

# --8<-- [start:compare]
from torch.nn.functional import (
    scaled_dot_product_attention,
)

from network import attention

torch.manual_seed(0)
q = torch.randn(2, 4, 64)
k = torch.randn(2, 6, 64)
v = torch.randn(2, 6, 64)
mask = torch.ones(2, 1, 6, dtype=torch.bool)
mask[1, :, 4:] = False  # 第二条的末两步是填充
mine, weights = attention(q, k, v, mask)


def difference(looked, **options):
    other = scaled_dot_product_attention(
        q, k, v, attn_mask=looked, **options
    )
    gap = (mine - other).abs().max().item()
    return f"最多差 {gap:.1f}，相等 {gap < 1e-5}"


print("scale=1.0:", difference(mask, scale=1.0))
print("默认的 scale:", difference(mask))
print("掩码取反:", difference(~mask, scale=1.0))
mine, weights = attention(q / 64**0.5, k, v, mask)
print("q 先除以 8，默认:", difference(mask))
# --8<-- [end:compare]

# --8<-- [start:convention]
layer = torch.nn.MultiheadAttention(
    64, num_heads=1, batch_first=True
)
for name, padding in [
    ("True 是看", mask[:, 0]),
    ("True 是不看", ~mask[:, 0]),
]:
    _, weights = layer(
        q, k, v, key_padding_mask=padding
    )
    on = weights[1, :, 4:].sum(dim=1).mean()
    total = weights[0].sum(dim=1).mean()
    print(f"{name}: 有填充的一条，填充上 {on:.2f}")
    print(f"  没有填充的一条，权重之和 {total:.2f}")
none, _ = attention(q, k, v, ~mask)
other = scaled_dot_product_attention(
    q, k, v, attn_mask=~mask
)
print("一行全是 False，手写的与 SDPA:")
print(none[0, 0, 0].item(), other[0, 0, 0].item())
# --8<-- [end:convention]
