"""温度怎样改变下一个字的概率。"""

import torch

torch.set_num_threads(1)

# --8<-- [start:temperature]
from corpus import char2idx, vocab
from poet import model

with torch.no_grad():
    indices = torch.tensor([[0, char2idx["春"]]])
    logits = model(indices)[0][0, -1]
logits[1] = -torch.inf  # 不写 □
best = logits.topk(6).indices.tolist()
print("温度 " + "    ".join(vocab[i] for i in best))
for tau in (0.5, 1.0, 1.5):
    p = (logits / tau).softmax(0)[best].tolist()
    print(tau, *[f"{share:.3f}" for share in p])
# --8<-- [end:temperature]
