"""造出来的序列，猜下一个符号：数据、网络、训练。"""

# --8<-- [start:data]
import torch
from torch.nn.utils.rnn import (
    pack_padded_sequence,
    pad_packed_sequence,
)

torch.set_num_threads(1)
V = 7  # 符号是 1 到 6，0 号留给填充
torch.manual_seed(99)
# 前两个符号 → 下一个符号的概率
RULE = torch.randn(V, V, V)
RULE[:, :, 0] = -torch.inf
RULE = RULE.softmax(2)


def make(seed, count):
    """长 6 到 12 的序列：输入，目标，长度。"""
    torch.manual_seed(seed)
    x = torch.randint(1, V, (count, 12))
    for t in range(2, 12):
        p = RULE[x[:, t - 2], x[:, t - 1]]
        x[:, t] = torch.multinomial(p, 1)[:, 0]
    lengths = torch.randint(6, 13, (count,))
    real = torch.arange(12) < lengths[:, None]
    x = x * real
    return x[:, :-1], x[:, 1:], lengths - 1


# --8<-- [end:data]


# --8<-- [start:net]
class Net(torch.nn.Module):
    def __init__(self, bidirectional, packs):
        super().__init__()
        self.packs = packs
        n = 64 if bidirectional else 32
        self.embed = torch.nn.Embedding(V, 16)
        self.rnn = torch.nn.RNN(
            16,
            32,
            batch_first=True,
            bidirectional=bidirectional,
        )
        self.linear = torch.nn.Linear(n, V)

    def forward(self, x, lengths):
        vectors = self.embed(x)
        if not self.packs:
            return self.linear(self.rnn(vectors)[0])
        packed = pack_padded_sequence(
            vectors,
            lengths,
            batch_first=True,
            enforce_sorted=False,
        )
        # 拆包，填充的格补 0，补到与 x 一样长
        output, _ = pad_packed_sequence(
            self.rnn(packed)[0],
            batch_first=True,
            total_length=x.shape[1],
        )
        return self.linear(output)


def loss_of(logits, y, ignore_index=0):
    return torch.nn.functional.cross_entropy(
        logits.flatten(0, 1),
        y.flatten(),
        ignore_index=ignore_index,
    )


def train(
    bidirectional, seed, ignore_index=0, packs=True
):
    x, y, lengths = make(1, 1000)
    torch.manual_seed(seed)
    net = Net(bidirectional, packs)
    optimizer = torch.optim.Adam(
        net.parameters(), lr=0.02
    )
    for _ in range(80):
        rows = torch.randint(1000, (32,))
        logits = net(x[rows], lengths[rows])
        loss = loss_of(logits, y[rows], ignore_index)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    return net


# --8<-- [end:net]


# --8<-- [start:ask]
@torch.no_grad()
def ask(net, x, y, lengths, prefix=False):
    """每一格猜对没有；prefix：只给前缀。"""
    if not prefix:
        return net(x, lengths).argmax(2) == y
    columns = []
    for t in range(x.shape[1]):
        here = lengths.clamp(max=t + 1)
        logits = net(x[:, : t + 1], here)[:, t]
        columns.append(logits.argmax(1) == y[:, t])
    return torch.stack(columns, 1)


# --8<-- [end:ask]
