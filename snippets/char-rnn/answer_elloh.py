"""目标换成 hello 里每个字符的下一个字符。"""

import torch

from hello import batch_size, char_to_index
from training import train

# --8<-- [start:next-character]
next_indices = [
    char_to_index[char] for char in "elloh"
]
next_labels = torch.tensor(next_indices).view(
    -1, batch_size
)

history = train(3332505980, labels=next_labels)
for epoch in [1, 2, 3, 4, 5, 6, 15]:
    print(
        f"第 {epoch:2} 轮: {history[epoch - 1][0]}"
    )
# --8<-- [end:next-character]
