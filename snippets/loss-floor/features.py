"""同样的输入、同样的起点，只换目标：两个 l 的隐藏状态差多少。

用时不到 10 秒，导入 PyTorch 另算。
"""

# --8<-- [start:two-targets]
import torch
from torch.nn.functional import cross_entropy

torch.set_num_threads(1)
vocab = "ehlo"
inputs = torch.eye(4)[
    [vocab.index(char) for char in "hello"]
]


def train(target, output_layer, seed):
    """训练 120 轮，
    返回训练前后两个 l 的隐藏状态相差多少。

    「相差多少」是 h_3 - h_4 的
    4 个分量里绝对值最大的那个。
    """
    torch.manual_seed(seed)
    rnn = torch.nn.RNN(4, 4)
    last = (
        torch.nn.Linear(4, 4)
        if output_layer
        else torch.nn.Identity()
    )
    parameters = [
        *rnn.parameters(),
        *last.parameters(),
    ]
    optimizer = torch.optim.Adam(parameters, lr=0.1)
    labels = torch.tensor(
        [vocab.index(char) for char in target]
    )
    differences = []
    # 最后一次量到的，是更新 120 次之后的状态
    for _ in range(120 + 1):
        optimizer.zero_grad()
        states, _ = rnn(inputs)
        difference = (states[2] - states[3]).abs()
        differences.append(difference.max().item())
        scores = last(states)
        cross_entropy(scores, labels).backward()
        optimizer.step()
    written = "".join(
        vocab[i]
        for i in scores.argmax(dim=1).tolist()
    )
    return differences[0], differences[-1], written


for target in ("ohlol", "hello"):
    before, after, written = train(
        target, output_layer=False, seed=2
    )
    print(f"目标 {target}，写出 {written}")
    print(
        f"  训练前相差 {before:.2f}，"
        f"训练后相差 {after:.2f}"
    )
# --8<-- [end:two-targets]


# --8<-- [start:ten-seeds]
for output_layer in (False, True):
    print(
        "加 Linear(4, 4):"
        if output_layer
        else "没有输出层:"
    )
    for target in ("ohlol", "hello"):
        runs = [
            train(target, output_layer, seed)
            for seed in range(10)
        ]
        right = [
            run[1]
            for run in runs
            if run[2] == target
        ]
        print(
            f"  目标 {target}: 10 个种子里 "
            f"{len(right)} 个写对，"
        )
        print(
            f"    它们训练后相差 {min(right):.2f} "
            f"到 {max(right):.2f}"
        )
# --8<-- [end:ten-seeds]
