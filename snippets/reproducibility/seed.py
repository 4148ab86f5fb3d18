"""种子决定一串随机数，一串随机数决定 40 个初始参数。"""

# --8<-- [start:same-numbers]
import torch

for seed in [3332505980, 3332505980, 0]:
    torch.manual_seed(seed)
    numbers = torch.rand(6)
    print(f"种子 {seed}")
    print("  先取三个:", numbers[:3])
    print("  再取三个:", numbers[3:])
# --8<-- [end:same-numbers]

# --8<-- [start:no-seed]
# 不设种子时，PyTorch 启动就做 torch.seed() 做的事：
# 向操作系统要一个种子。
torch.seed()
first = torch.rand(3)
torch.seed()
print(
    "不设种子，两次相同: "
    f"{torch.equal(first, torch.rand(3))}"
)
# --8<-- [end:no-seed]

# --8<-- [start:low-32-bits]
torch.manual_seed(3332505980)
first = torch.rand(1000)
torch.manual_seed(3332505980 + 2**32)
print(
    "种子加 2**32，"
    "1000 个数都相同: "
    f"{torch.equal(first, torch.rand(1000))}"
)
# --8<-- [end:low-32-bits]

# --8<-- [start:numpy]
import numpy as np

# 32 位的梅森旋转
generator = np.random.RandomState(3332505980)
bits = generator.randint(
    0, 2**32, size=40, dtype=np.uint32
)
# 取低 24 位，得到 [0, 1) 里的数
fractions = (bits % 2**24) / 2**24
# 绝对值不超过 0.5，4 是 hidden_size
by_numpy = (2 * fractions - 1) / np.sqrt(4)

torch.manual_seed(3332505980)
cell = torch.nn.RNNCell(4, 4)
by_torch = torch.nn.utils.parameters_to_vector(
    cell.parameters()
)

print("NumPy 的前三个:  ", by_numpy[:3].round(4))
print(
    "PyTorch 的前三个:",
    by_torch.detach()[:3].numpy().round(4),
)
same = by_numpy == by_torch.detach().numpy()
print(f"40 个全部相等: {same.all()}")
# --8<-- [end:numpy]
