"""没有输出层时，hidden_size 取 3、4、8 各会怎样。

用时不到 1 秒，导入 PyTorch 另算。
"""

import torch

vocab = ["e", "h", "l", "o"]
input_size = 4

# --8<-- [start:three-four-eight]
x = torch.tensor([[0.0, 1.0, 0.0, 0.0]])  # 读入 h
label = torch.tensor([3])  # 该写出 o

for size in (3, 4, 8):
    torch.manual_seed(1)
    cell = torch.nn.RNNCell(input_size, size)
    logits = cell(x, torch.zeros(1, size))
    index = logits.argmax(dim=1).item()
    print(f"hidden_size = {size}，得分最大的索引: {index}")
    try:
        loss = torch.nn.functional.cross_entropy(logits, label)
        print(f"  loss = {loss.item():.4f}")
        print(f"  字符: {vocab[index]}")
    except IndexError as error:
        print(f"  IndexError: {error}")
# --8<-- [end:three-four-eight]
