"""写诗的网络，和它怎样一个字一个字地写；
网页里的网络照着它写，一个字也不差。"""

import torch

from corpus import char2idx, encode, vocab


class Writer(torch.nn.Module):
    """GRU。读和写共用一张嵌入表；
    训练时 drop 随机把一部分数换成 0。"""

    def __init__(self, size=128):
        super().__init__()
        self.embedding = torch.nn.Embedding(
            len(vocab), size
        )
        self.embedding.weight.data /= size**0.5
        self.rnn = torch.nn.GRU(
            size, size, batch_first=True
        )
        self.bias = torch.nn.Parameter(
            torch.zeros(len(vocab))
        )
        self.drop = torch.nn.Dropout(0.6)

    # --8<-- [start:forward]
    def forward(self, indices, state=None):
        x = self.drop(self.embedding(indices))
        hidden, state = self.rnn(x, state)
        table = self.embedding.weight.T
        logits = self.drop(hidden) @ table
        return logits + self.bias, state

    # --8<-- [end:forward]


def mean_loss(writer, indices):
    """每个字（连标点与末尾的换行）平均的损失。"""
    logits, _ = writer(indices[:, :-1])
    return torch.nn.functional.cross_entropy(
        logits.flatten(0, 1),
        indices[:, 1:].flatten(),
    )


@torch.no_grad()
def show_perplexity(writer, kind, **parts):
    """印出各部分诗的困惑度；此后 drop 不再丢。"""
    writer.eval()
    for name, poems in parts.items():
        loss = mean_loss(writer, encode(poems))
        print(f"{kind}，{name}: {loss.exp():.3f}")


@torch.no_grad()
def write_steps(writer, given, temperature, seed):
    """逐个交出：写的字，那时各字的概率。
    given 是字典：第几个字（从 0 数）→ 指定的字。"""
    torch.manual_seed(seed)
    char, state = "\n", None
    for t in range(30):
        indices = torch.tensor([[char2idx[char]]])
        logits, state = writer(indices, state)
        logits[0, 0, char2idx["□"]] = -torch.inf
        # 温度 0：取最大的，概率照温度 1 的算。
        logits = logits[0, 0] / (temperature or 1)
        p = logits.softmax(0)
        if t in given:
            char = given[t]
        elif temperature == 0:
            char = vocab[p.argmax()]
        else:
            # 随机数落在累加的概率的哪一格。
            below = p.cumsum(0) <= torch.rand(())
            char = vocab[below.sum()]
        if char == "\n":
            return
        yield char, p
