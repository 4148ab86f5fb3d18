"""整个网络连同训练：读 hello，写 ohlol。"""

# --8<-- [start:network]
import torch
from torch.nn.functional import cross_entropy

torch.manual_seed(3332505980)
rnn = torch.nn.RNN(input_size=4, hidden_size=4)
x = torch.eye(4)[[1, 0, 2, 2, 3]]  # h e l l o
y = torch.tensor([3, 1, 2, 3, 2])  # o h l o l
optimizer = torch.optim.Adam(
    rnn.parameters(), lr=0.1
)

for epoch in range(15):
    optimizer.zero_grad()
    hidden, _ = rnn(x)
    loss = cross_entropy(hidden, y, reduction="sum")
    loss.backward()
    optimizer.step()
    if epoch in (0, 14):
        best = hidden.argmax(dim=1)
        predicted = "".join("ehlo"[i] for i in best)
        print(
            f"epoch {epoch + 1:2}: {predicted} "
            f"loss={loss.item():.4f}"
        )
# --8<-- [end:network]
