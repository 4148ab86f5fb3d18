"""从 8 位的权重恢复写诗的网络，写一首。"""

import warnings

import matplotlib.pyplot as plt

# --8<-- [start:restore]
from pathlib import Path

import numpy as np

from corpus import test, vocab
from network import from_eight_bits
from writer import (
    Writer,
    show_perplexity,
    write_steps,
)

path = Path(__file__).with_name("train_writer.npz")
writer = from_eight_bits(Writer(), np.load(path))
show_perplexity(writer.double(), "8 位", 测试=test)
# --8<-- [end:restore]

# --8<-- [start:example]
given = {0: "春", 6: "江", 12: "花", 18: "月"}
written = [*write_steps(writer, given, 0.7, 0)]
poem = "".join(char for char, _ in written)
print(poem.replace("。", "。\n").strip())
print("第一句的每个字，那时最可能的五个：")
for char, p in written[:5]:
    values, indices = p.topk(5)
    likely = [
        f"{vocab[i]} {value:.1%}"
        for i, value in zip(
            indices, values, strict=True
        )
    ]
    print(f"{char}：", " ".join(likely))
# --8<-- [end:example]

plt.rcParams["svg.fonttype"] = (
    "none"  # 汉字留给看图的浏览器去画
)
warnings.filterwarnings("ignore", message="Glyph")
figure, row = plt.subplots(
    1,
    5,
    figsize=(5.6, 2.2),
    sharex=True,
    layout="constrained",
)
figure.suptitle(poem)
for axes, (char, p) in zip(
    row, written[:5], strict=True
):
    values, indices = p.topk(5)
    axes.barh([vocab[i] for i in indices], values)
    axes.set_title(f"写{char}")
    axes.invert_yaxis()
    axes.set_xticks([])
description = (
    f"藏头「春江花月」写出的一首：{poem}"
    "第一句的五个字各一格，是那时最可能的五个字，横条是概率。"
)
metadata = {
    "Title": "写出的一首，每个字那时最可能的五个",
    "Description": description,
}
figure.savefig("write.svg", metadata=metadata)
