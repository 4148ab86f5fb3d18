"""数一数：4 个数的隐藏状态装得下多少种不同的序列。"""

# --8<-- [start:capacity]
import torch

hidden = torch.zeros(4)
bits = hidden.numel() * torch.finfo(hidden.dtype).bits
print(f"hidden: 4 个 {hidden.dtype}，共 {bits} 位")
print(f"至多有 2^{bits} 种取值")

for seq_len in (5, 64, 65, 1000):
    # 每个字符有 4 = 2^2 种可能。
    exponent = 2 * seq_len
    verdict = "装得下" if exponent <= bits else "装不下"
    print(f"{seq_len} 个字符: 2^{exponent} 种，{verdict}")
# --8<-- [end:capacity]
