"""变长的序列，一条一个答案：任务，读法，训练。"""

# --8<-- [start:tasks]
import torch

torch.set_num_threads(1)
TASKS = ("首", "近", "多")


def make(task, count):
    """长 5 到 29 的序列，长度，答案是 a 还是 b。

    1 是 a，2 是 b，3、4 是别的，0 是填充。"""
    low = 3 if task == "首" else 1
    high = 3 if task == "多" else 5
    x = torch.randint(low, high, (count, 29))
    lengths = torch.randint(5, 30, (count,))
    if task == "多":
        # 长度是奇数，a 与 b 不会一样多
        lengths = lengths // 2 * 2 + 1
    else:
        x[:, 0] = torch.randint(1, 3, (count,))
    steps = torch.arange(29)
    x = x * (steps < lengths[:, None])
    if task == "首":
        return x, lengths, x[:, 0] - 1
    if task == "多":
        more = (x == 2).sum(1) * 2 > lengths
        return x, lengths, more.long()
    # 最后一个 a 或 b 在哪里
    ab = (x == 1) | (x == 2)
    where = (ab * (steps + 1)).argmax(1)
    rows = torch.arange(count)
    return x, lengths, x[rows, where] - 1


# --8<-- [end:tasks]


# --8<-- [start:readouts]
def at_end(output, lengths):
    return output[:, -1]


def last_state(output, lengths):
    return output[
        torch.arange(len(lengths)), lengths - 1
    ]


def masked_mean(output, lengths):
    steps = torch.arange(output.shape[1])
    mask = (steps < lengths[:, None])[:, :, None]
    return (output * mask).sum(1) / lengths[:, None]


def plain_mean(output, lengths):
    return output.mean(1)


READOUTS = {
    "output[:, -1]": at_end,
    "真的最后一步": last_state,
    "掩码平均": masked_mean,
    "连填充平均": plain_mean,
}
# --8<-- [end:readouts]


# --8<-- [start:net]
class Reader(torch.nn.Module):
    def __init__(self, readout):
        super().__init__()
        self.readout = readout
        self.embed = torch.nn.Embedding(5, 8)
        self.rnn = torch.nn.RNN(
            8, 16, batch_first=True
        )
        self.linear = torch.nn.Linear(16, 2)

    def forward(self, x, lengths):
        output, _ = self.rnn(self.embed(x))
        chosen = self.readout(output, lengths)
        return self.linear(chosen)


def train(task, readout, seed, steps=200):
    torch.manual_seed(seed)
    net = Reader(readout)
    optimizer = torch.optim.Adam(
        net.parameters(), lr=0.005
    )
    for _ in range(steps):
        x, lengths, y = make(task, 32)
        # 一批只填到这一批最长的
        logits = net(x[:, : lengths.max()], lengths)
        loss = torch.nn.functional.cross_entropy(
            logits, y
        )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return net


# --8<-- [end:net]
