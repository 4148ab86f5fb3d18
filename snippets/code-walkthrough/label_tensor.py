"""标签张量：每一步取出的标签形状是 (batch_size,)。"""

import torch

y_data = [3, 1, 2, 3, 2]
batch_size = 1
labels = torch.tensor(y_data).view(-1, batch_size)

# --8<-- [start:one-label-a-step]
print(
    f"labels:    shape={tuple(labels.shape)}, "
    f"dtype={labels.dtype}"
)
print(
    f"labels[0]: shape={tuple(labels[0].shape)}, "
    f"值 {labels[0].tolist()}"
)
print(f"五步的标签: {labels.tolist()}")
# --8<-- [end:one-label-a-step]
