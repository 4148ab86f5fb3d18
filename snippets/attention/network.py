"""编码器—解码器，可以带注意力。"""

# --8<-- [start:attention]
import torch


def attention(q, k, v, mask):
    """q 的每一行看 k 的哪些行，照这个权重取 v；
    mask 里 True 的才看。"""
    scores = q @ k.transpose(1, 2)
    scores = scores.masked_fill(~mask, -torch.inf)
    weights = scores.softmax(dim=2)
    return weights @ v, weights


# --8<-- [end:attention]


# --8<-- [start:model]
from digits import END, PAD


class Reverser(torch.nn.Module):
    """读一串数字，写一串；attend 是要不要注意力，
    channel 是把通道收窄到几个数，不给就不收。"""

    def __init__(self, attend, channel=None):
        super().__init__()
        self.attend = attend
        self.embed = torch.nn.Embedding(12, 32)
        self.encoder = torch.nn.GRU(
            32, 64, batch_first=True
        )
        self.decoder = torch.nn.GRU(
            32, 64, batch_first=True
        )
        self.output = torch.nn.Linear(
            128 if attend else 64, 11
        )
        self.channel = torch.nn.Identity()
        if channel:
            self.channel = torch.nn.Sequential(
                torch.nn.Linear(64, channel),
                torch.nn.Linear(channel, 64),
            )

    def encode(self, sources):
        """每一步的状态，和各条读完时的状态。"""
        states, _ = self.encoder(self.embed(sources))
        mask = sources != PAD
        rows = torch.arange(len(sources))
        last = states[rows, mask.sum(dim=1) - 1]
        hidden = self.channel(last)[None]
        return states, hidden, mask[:, None]

    def decode(self, previous, hidden, states, mask):
        """读前一个，给下一个打分。"""
        output, hidden = self.decoder(
            self.embed(previous), hidden
        )
        weights = None
        if self.attend:
            seen, weights = attention(
                output, states, states, mask
            )
            output = torch.cat([output, seen], dim=2)
        return self.output(output), hidden, weights


# --8<-- [end:model]


# --8<-- [start:write]
@torch.no_grad()
def write(model, sources, steps, masked=True):
    """自由运行：把自己写的当作下一步的输入；
    写了 END，后面都是 END。"""
    states, hidden, mask = model.encode(sources)
    if not masked:
        mask = torch.ones_like(mask)
    symbol = torch.full((len(sources), 1), END)
    written = []
    ended = torch.zeros_like(
        symbol, dtype=torch.bool
    )
    for _ in range(steps):
        scores, hidden, _ = model.decode(
            symbol, hidden, states, mask
        )
        symbol = scores.argmax(dim=2)
        symbol[ended] = END
        ended |= symbol == END
        written.append(symbol)
    return torch.cat(written, dim=1)


# --8<-- [end:write]
