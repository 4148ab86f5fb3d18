"""从 8 位的权重恢复写诗的网络，写一首。"""

import warnings
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from corpus import test, vocab
from network import from_eight_bits

# --8<-- [start:restore]
from writer import (
    Writer,
    show_perplexity,
    write_steps,
)

path = Path(__file__).with_name("train_writer.npz")
writer = from_eight_bits(Writer(), np.load(path))
show_perplexity(writer.double(), "8 位", 测试=test)
given = {0: "春", 6: "江", 12: "花", 18: "月"}
written = [*write_steps(writer, given, 0.7, 0)]
poem = "".join(char for char, _ in written)
print(poem)
# --8<-- [end:restore]

plt.rcParams["svg.fonttype"] = (
    "none"  # 汉字留给看图的浏览器去画
)
warnings.filterwarnings("ignore", message="Glyph")
figure, axes = plt.subplots(
    figsize=(5.6, 1.8), layout="constrained"
)
char, p = written[1]
values, indices = p.topk(5)
names = [vocab[i] for i in indices]
axes.barh(names, values)
axes.invert_yaxis()
axes.grid(visible=False)
axes.set_xticks([0, 0.2, 0.4])
axes.tick_params(length=0)
axes.set_title(poem)
title = f"第二个字写「{char}」，那时最可能的五个"
likely = "、".join(names)
figure.savefig(
    "write.svg",
    metadata={
        "Title": title,
        "Description": f"从高到低是{likely}。",
    },
)
