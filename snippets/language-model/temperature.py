"""温度怎样改变下一个字的概率。"""

import warnings

import matplotlib.pyplot as plt
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
shares = {}
for T in (0.5, 1.0, 1.5):
    p = (logits / T).softmax(0)
    shares[T] = p[best].tolist()
    print(
        T, *[f"{share:.3f}" for share in shares[T]]
    )
# --8<-- [end:temperature]

plt.rcParams["svg.fonttype"] = (
    "none"  # 汉字留给看图的浏览器去画
)
warnings.filterwarnings("ignore", message="Glyph")
figure, panels = plt.subplots(
    1,
    3,
    figsize=(5.6, 2.4),
    sharey=True,
    layout="constrained",
)
for axes, (T, values) in zip(
    panels, shares.items(), strict=True
):
    axes.bar(range(6), values, width=0.7)
    axes.set_xticks(
        range(6), [vocab[i] for i in best]
    )
    axes.set_title(f"温度 {T}")
    axes.grid(axis="x", visible=False)
panels[0].set(ylabel="概率")
figure.savefig(
    "temperature.svg",
    metadata={
        "Title": "温度与下一个字的概率",
        "Description": "三格是同一组得分：温度 0.5 时第一个字高出许多，1.5 时六个字都不到 0.05。",
    },
)
