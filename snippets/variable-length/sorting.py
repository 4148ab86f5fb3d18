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


def rows_equal(a, b):
    return [
        torch.allclose(*pair, atol=1e-6)
        for pair in zip(a, b, strict=True)
    ]


same = rows_equal(automatic, by_hand)
print(f"自己排，不排回来: 6 条对上 {sum(same)} 条")
back = by_hand[order.argsort()]
same = rows_equal(automatic, back)
print(f"排回来: 6 条对上 {sum(same)} 条")
# --8<-- [end:sorting]
