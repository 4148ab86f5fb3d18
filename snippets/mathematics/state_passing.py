"""把一个词分两段读：交出隐藏状态与不交出，结果差多少。"""

# --8<-- [start:hand-over]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
vocab = "ehlo"
one_hot = torch.eye(4)


def read(word, hidden):
    """从 hidden 出发逐字读 word，
    返回最后的隐藏状态，形状 (4,)。"""
    for char in word:
        hidden = cell(
            one_hot[vocab.index(char)], hidden
        )
    return hidden


h_0 = torch.zeros(4)
h_3 = read("hel", h_0)
results = {
    "h_0 -> hello": read("hello", h_0),
    "h_3 -> lo   ": read("lo", h_3),
    "h_0 -> lo   ": read("lo", h_0),
}
for name, final in results.items():
    texts = [f"{v:7.4f}" for v in final.tolist()]
    print(f"{name}:", *texts)
# --8<-- [end:hand-over]
