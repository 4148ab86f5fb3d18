"""练习：换一个词，在每个位置断开，交出隐藏状态再读。"""

# --8<-- [start:own-word]
import torch

word = "春眠不觉晓处处闻啼鸟"
vocab = sorted(set(word))
size = len(vocab)
torch.manual_seed(0)
cell = torch.nn.RNNCell(
    input_size=size, hidden_size=4
)
one_hot = torch.eye(size)


def read(part, hidden):
    for char in part:
        hidden = cell(
            one_hot[vocab.index(char)], hidden
        )
    return hidden


whole = read(word, torch.zeros(4))
gaps_with, gaps_without = [], []
for cut in range(1, len(word)):
    handed = read(
        word[cut:], read(word[:cut], torch.zeros(4))
    )
    fresh = read(word[cut:], torch.zeros(4))
    gaps_with.append(
        (handed - whole).abs().max().item()
    )
    gaps_without.append(
        (fresh - whole).abs().max().item()
    )

print(f"input_size={size}")
print("交出隐藏状态，相差最多:", max(gaps_with))
print(
    "不交，依次相差:\n",
    *(f"{gap:.3f}" for gap in gaps_without),
)
# --8<-- [end:own-word]
