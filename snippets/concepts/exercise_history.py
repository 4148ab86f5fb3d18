"""练习：只打乱当前字符之前的部分，RNN 还写得对吗。"""

import torch
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)  # 张量小，多线程反而慢

# --8<-- [start:shuffle-past]
from itertools import permutations

one_hot = torch.eye(4)  # 依次是 e、h、l、o
word, target = [1, 0, 2, 2, 3], [3, 1, 2, 3, 2]

torch.manual_seed(0)
cell = torch.nn.RNNCell(input_size=4, hidden_size=8)
output = torch.nn.Linear(8, 4)
parameters = [
    *cell.parameters(),
    *output.parameters(),
]
optimizer = torch.optim.Adam(parameters, lr=0.1)
for _ in range(100):
    loss, correct = 0, 0
    for step, label in enumerate(target):
        # 前文的每一种顺序占一行，
        # 最后一列是当前字符。
        orders = [
            [*past, word[step]]
            for past in permutations(word[:step])
        ]
        hidden = torch.zeros(len(orders), 8)
        inputs = one_hot[torch.tensor(orders)]
        for x in inputs.unbind(dim=1):
            hidden = cell(x, hidden)
        labels = torch.full((len(orders),), label)
        logits = output(hidden)
        loss += cross_entropy(logits, labels)
        right = logits.argmax(dim=1) == labels
        correct += right.float().mean().item()
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
print(
    f"损失 {loss.item():.2f}，写对 {correct:.1f}/5"
)
# --8<-- [end:shuffle-past]
