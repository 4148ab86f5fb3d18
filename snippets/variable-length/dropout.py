"""一层的 RNN 写 dropout=0.5：只警告，什么也不丢。"""

# --8<-- [start:dropout]
import textwrap
import warnings

import torch

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    rnn = torch.nn.RNN(4, 8, dropout=0.5)
torch.manual_seed(0)
x = torch.randn(5, 4)
message = str(caught[0].message).partition(",")[0]
print(textwrap.fill(message, 50))
print("两次相同:", torch.equal(rnn(x)[0], rnn(x)[0]))
two = torch.nn.RNN(4, 8, num_layers=2, dropout=0.5)
print("两层相同:", torch.equal(two(x)[0], two(x)[0]))
# --8<-- [end:dropout]
