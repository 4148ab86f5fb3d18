"""词越长、词越多，最接近的两个隐藏状态就越难分开。"""

# --8<-- [start:nearest]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
one_hot = torch.eye(4)

words = [""]
states = torch.zeros(1, 4)
print("长度  词数  最近的两个状态相差")
for length in range(1, 7):
    # 每个旧词后面分别接 e、h、l、o，整批算一步。
    x = one_hot.repeat(len(words), 1)
    words = [word + char for word in words for char in "ehlo"]
    with torch.no_grad():
        states = cell(x, states.repeat_interleave(4, dim=0))
    # 两两相减，4 个分量里取相差最大的那个。
    gaps = torch.pdist(states, p=float("inf"))
    print(f"{length:4}  {len(words):4}  {gaps.min():.4f}")

# pdist 的结果按 (0, 1)、(0, 2)……的次序排，由此找回是哪两个词。
pairs = torch.triu_indices(len(words), len(words), offset=1)
for index in pairs[:, gaps.argmin()].tolist():
    numbers = " ".join(f"{v:7.4f}" for v in states[index].tolist())
    print(f"{words[index]}: {numbers}")
# --8<-- [end:nearest]
