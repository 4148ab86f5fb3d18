"""全连接层：逐字读时没有记忆，整词读时长度定死。"""

# --8<-- [start:compare]
import torch

torch.manual_seed(0)
one_hot = torch.eye(4)  # 依次是 e、h、l、o
hello = one_hot[[1, 0, 2, 2, 3]]

per_char = torch.nn.Linear(4, 4)
scores = per_char(hello)
print(
    "逐字读，两个 l 的输出相同:",
    torch.equal(scores[2], scores[3]),
)

whole_word = torch.nn.Linear(5 * 4, 5 * 4)
scores = whole_word(hello.view(20)).view(5, 4)
print(
    "整词读，两个 l 的输出相同:",
    torch.equal(scores[2], scores[3]),
)
print(
    "整词一层的参数:",
    sum(p.numel() for p in whole_word.parameters()),
    "个",
)
# --8<-- [end:compare]

# --8<-- [start:six]
try:
    whole_word(torch.zeros(6 * 4))
except RuntimeError as error:
    print(error)
# --8<-- [end:six]
