"""自己排序，忘了排回来，就对不上。"""

# --8<-- [start:sorting]
import torch
from torch.nn.utils.rnn import pack_padded_sequence

torch.manual_seed(0)
rnn = torch.nn.RNN(4, 8, batch_first=True)
vectors = torch.randn(6, 10, 4)
lengths = torch.tensor([3, 10, 5, 8, 2, 7])


def last_states(vectors, lengths, enforce_sorted):
    packed = pack_padded_sequence(
        vectors,
        lengths,
        batch_first=True,
        enforce_sorted=enforce_sorted,
    )
    return rnn(packed)[1][0]


automatic = last_states(vectors, lengths, False)
order = lengths.argsort(descending=True)
by_hand = last_states(
    vectors[order], lengths[order], True
)


back = by_hand[order.argsort()]
for name, states in (
    ("自己排，不排回来", by_hand),
    ("排回来", back),
):
    gaps = (automatic - states).abs().amax(1)
    same = (gaps < 1e-6).sum()
    print(f"{name}: 6 条对上 {same} 条")
# --8<-- [end:sorting]
