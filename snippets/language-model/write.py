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
    figsize=(5.6, 2.2), layout="constrained"
)
char, p = written[1]
values, indices = p.topk(5)
names = [vocab[i] for i in indices]
axes.barh(names, values)
axes.invert_yaxis()
axes.set_xlim(0, 0.5)
axes.grid(visible=False)
axes.set(
    title=poem,
    xlabel=f"第二个字写「{char}」，那时最可能的五个与概率",
)
likely = "、".join(names)
description = f"题目是写出的诗。第二个字最可能的五个从高到低是{likely}，写的是{char}。"
metadata = {
    "Title": "写出的一首，第二个字那时最可能的五个",
    "Description": description,
}
figure.savefig("write.svg", metadata=metadata)
