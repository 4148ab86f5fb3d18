"""训练程序：网页里写诗的网络。

用时不到 120 秒，导入 PyTorch 另算。
"""

import sys
from pathlib import Path

import numpy as np
import torch

from corpus import encode, test, train, valid, vocab
from network import from_eight_bits, to_eight_bits
from writer import Writer, mean_loss, show_perplexity

# --8<-- [start:train]
torch.set_num_threads(1)
torch.manual_seed(0)
num_steps = 1500
poems = encode(train)
writer = Writer()
optimizer = torch.optim.AdamW(
    writer.parameters(), lr=0.006, weight_decay=0.05
)
# 学习率先升后降，最后接近 0。
schedule = torch.optim.lr_scheduler.OneCycleLR(
    optimizer, 0.006, num_steps, pct_start=0.1
)
for step in range(num_steps):
    batch = torch.randint(len(poems), (32,))
    loss = mean_loss(writer, poems[batch])
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(
        writer.parameters(), 1.0
    )
    optimizer.step()
    schedule.step()
    if step % 100 == 0:
        print(step, loss.item(), file=sys.stderr)

parts = {"训练": train, "验证": valid, "测试": test}
print("困惑度")
show_perplexity(writer, "32 位", **parts)
arrays = to_eight_bits(writer)
from_eight_bits(writer, arrays)
show_perplexity(writer, "8 位", **parts)
np.savez("train_writer.npz", vocab=vocab, **arrays)
size = Path("train_writer.npz").stat().st_size
print(f"权重: {size} 字节")
# --8<-- [end:train]
