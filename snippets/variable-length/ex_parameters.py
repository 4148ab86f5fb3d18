"""练习：两层双向的参数个数。"""

# --8<-- [start:count]
import torch

for name in ("RNN", "LSTM"):
    model = getattr(torch.nn, name)(
        10, 20, num_layers=2, bidirectional=True
    )
    counts = {"l0": 0, "l1": 0}
    for key, value in model.named_parameters():
        layer = "l0" if "l0" in key else "l1"
        counts[layer] += value.numel()
    print(name, counts, sum(counts.values()))
print(tuple(model.weight_ih_l1.shape))
# --8<-- [end:count]
