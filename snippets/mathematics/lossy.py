"""词越长、词越多，最接近的两个隐藏状态就越难分开；随机的点也一样。"""

# --8<-- [start:nearest]
import torch

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=4)
one_hot = torch.eye(4)


def nearest(points):
    """最接近的两行：
    差得最多的分量差多少，和两行的下标。"""
    best = (2.0, 0, 0)
    for i in range(len(points) - 1):
        gaps = points[i + 1 :] - points[i]
        gaps = gaps.abs().amax(dim=1)
        j = gaps.argmin().item()
        best = min(
            best, (gaps[j].item(), i, i + 1 + j)
        )
    return best


words, states = [""], torch.zeros(1, 4)
print("长度  词数  最近的两个词  随机的点")
for length in range(1, 7):
    # 每个旧词后面分别接 e、h、l、o；
    # 状态每行连着写 4 遍，整批算一步。
    x = one_hot.repeat(len(words), 1)
    words = [
        word + char
        for word in words
        for char in "ehlo"
    ]
    with torch.no_grad():
        states = cell(
            x, states.repeat_interleave(4, dim=0)
        )
    gap, i, j = nearest(states)
    # 对照：同样多的随机点，
    # 每个分量在状态的最小值与最大值之间。
    low = states.amin(dim=0)
    high = states.amax(dim=0)
    drawn = torch.rand(len(words), 4)
    drawn = low + (high - low) * drawn
    control, _, _ = nearest(drawn)
    print(
        f"{length:4}  {len(words):4}  {gap:12.4f}  "
        f"{control:8.4f}"
    )

for index in (i, j):
    numbers = states[index].tolist()
    texts = [f"{v:7.4f}" for v in numbers]
    print(f"{words[index]}:", *texts)
# --8<-- [end:nearest]
