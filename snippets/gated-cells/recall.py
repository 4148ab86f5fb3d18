"""回忆第一个字符：七种设置的正确率，成对的检验。"""

import warnings

import matplotlib.pyplot as plt

from cells import SETTINGS

# --8<-- [start:learned]
from pathlib import Path

import numpy as np

folder = Path(__file__).parent
tables = {
    20: np.load(folder / "train_twenty.npz"),
    40: np.load(folder / "train_forty.npz"),
}
learned = {
    (length, name): [share > 0.99 for share in row]
    for length, table in tables.items()
    for name, row in zip(
        SETTINGS, table["accuracy"], strict=True
    )
}
print("学会的种子   20 字符  40 字符")
for name in SETTINGS:
    counts = [sum(learned[n, name]) for n in tables]
    wide = 12 - sum(c > "一" for c in name)
    print(
        f"{name:{wide}}   {counts[0]:2}/10   "
        f"{counts[1]:2}/10"
    )
# --8<-- [end:learned]

# --8<-- [start:pairs]
from math import comb

from paired import compare

pairs = [
    (20, "LSTM 偏置 3", "LSTM"),
    (20, "tanh", "LSTM"),
    (20, "LSTM 偏置 3", "tanh 正交"),
    (40, "LSTM 偏置 3", "LSTM 偏置 1"),
    (40, "LSTM 偏置 3", "tanh 正交"),
    (40, "GRU 偏置 3", "GRU"),
]
for length, a, b in pairs:
    result = compare(
        learned[length, a], learned[length, b]
    )
    print(f"{length} 个字符，{a} 与 {b}")
    print(f"  {result}")
print(f"比 12 次的界线: {0.05 / 12:.4f}")
every = 2 * comb(len(SETTINGS), 2)
print(f"任两行都比，{every} 次: {0.05 / every:.4f}")
# --8<-- [end:pairs]

# --8<-- [start:hundred]
apart = np.load(folder / "train_hundred.npz")
pair = np.load(folder / "train_hundred_both.npz")
orthogonal, forget, _ = apart["accuracy"] > 0.99
both, gru = pair["accuracy"] > 0.99
print("遗忘 4、输入 -4 与只有遗忘 4")
print(" ", compare(both, forget))
print("GRU 更新 3 与 tanh 正交")
print(" ", compare(gru, orthogonal))
# --8<-- [end:hundred]

# 汉字留给看图的浏览器去画
plt.rcParams["svg.fonttype"] = "none"
# 量字宽时少了汉字，不要紧
warnings.filterwarnings("ignore", message="Glyph")
figure, panels = plt.subplots(
    1,
    2,
    sharey=True,
    figsize=(5.6, 2.8),
    layout="constrained",
)
for panel, (length, table) in zip(
    panels, tables.items(), strict=True
):
    # 一样浓的几格合成一条断开的粗线，网页轻一些
    cells = {}
    for row, shares in enumerate(table["accuracy"]):
        for column, share in enumerate(shares):
            level = max(1, round(10 * share)) / 10
            xs, ys = cells.setdefault(
                level, ([], [])
            )
            xs += [column, column + 0.92, np.nan]
            ys += [row + 0.46] * 3
    for level, (xs, ys) in cells.items():
        panel.plot(
            xs,
            ys,
            color="#1565c0",
            alpha=level,
            linewidth=19.5,
            solid_capstyle="butt",
        )
    panel.set_title(f"{length} 个字符", fontsize=12)
    panel.set_xlim(0, 10)
    panel.set_ylim(7, 0)
    panel.set_xticks(
        [c + 0.46 for c in range(10)],
        [str(c) for c in range(10)],
    )
    panel.set_xlabel("种子")
    panel.set_yticks(
        [r + 0.46 for r in range(7)], list(SETTINGS)
    )
    panel.grid(visible=False)
    panel.tick_params(length=0)
    for spine in panel.spines.values():
        spine.set_visible(False)
figure.savefig(
    "recall.svg",
    metadata={
        "Title": "七种设置、十个种子，回忆第一个字符的正确率",
        "Description": "左右两张表，左边读 20 个字符，右边 40 个；一行一种设置，一列一个种子，"
        "正确率越高颜色越浓。两张表里 LSTM 偏置 3 与 GRU 偏置 3 两行几乎全浓；"
        "默认的 LSTM 一行全淡；tanh 与默认的 GRU 左边浓淡相间，右边几乎全淡；"
        "正交的 tanh 左边几乎全浓，右边多数浓；LSTM 偏置 1 左边浓淡相间，右边全淡。",
    },
)
