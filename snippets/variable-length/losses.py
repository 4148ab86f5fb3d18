"""三个词猜下一个字符：同样的得分，除以不同的数。"""

# --8<-- [start:losses]
import torch

table = torch.tensor(
    [
        [2, 1, 3, 3, 4],
        [2, 1, 0, 0, 0],
        [2, 4, 3, 1, 0],
    ]
)
x, y = table[:, :-1], table[:, 1:]
torch.manual_seed(0)
embed = torch.nn.Embedding(5, 8)
rnn = torch.nn.RNN(8, 8, batch_first=True)
linear = torch.nn.Linear(8, 5)
with torch.no_grad():
    logits = linear(rnn(embed(x))[0])


def loss(**options):
    return torch.nn.functional.cross_entropy(
        logits.flatten(0, 1), y.flatten(), **options
    )


each = loss(reduction="none").view(y.shape)
mask = y != 0
by_row = (each * mask).sum(1) / mask.sum(1)
print(f"一共 {y.numel()} 格，真的 {mask.sum()} 格")
print(f"连填充平均       {each.mean():.3f}")
print(f"去掉了，除以格数 {(each * mask).mean():.3f}")
print(
    "只算真的         "
    f"{(each * mask).sum() / mask.sum():.3f}"
)
print(f"ignore_index=0   {loss(ignore_index=0):.3f}")
print(f"先逐条平均       {by_row.mean():.3f}")
# --8<-- [end:losses]
