"""读一个窗口、猜后面几个数的 GRU。"""

import torch
from torch.nn.functional import mse_loss


# --8<-- [start:forecaster]
class Forecaster(torch.nn.Module):
    def __init__(self, horizon, hidden_size=16):
        super().__init__()
        self.rnn = torch.nn.GRU(
            1, hidden_size, batch_first=True
        )
        self.output = torch.nn.Linear(
            hidden_size, horizon
        )

    def forward(self, x):
        """(batch, width) → (batch, horizon)。"""
        states, _ = self.rnn(x[:, :, None])
        return self.output(states[:, -1])


# --8<-- [end:forecaster]


# --8<-- [start:train]
def train(seed, x, y, num_steps=250):
    """训练一个 GRU；x、y 已经缩放过。"""
    x, y = x.float(), y.float()
    torch.manual_seed(seed)
    model = Forecaster(y.shape[1])
    optimizer = torch.optim.Adam(
        model.parameters(), lr=0.01
    )
    for _ in range(num_steps):
        batch = torch.randint(len(x), (64,))
        optimizer.zero_grad()
        loss = mse_loss(model(x[batch]), y[batch])
        loss.backward()
        torch.nn.utils.clip_grad_norm_(
            model.parameters(), 1.0
        )
        optimizer.step()
    return model


def forecast(model, x):
    with torch.no_grad():
        return model(x.float()).double()


# --8<-- [end:train]
