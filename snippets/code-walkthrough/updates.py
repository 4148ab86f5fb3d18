"""训练之后问优化器：管着几个数，改过几次。"""

# 训练程序里的名字：trained.py 照样训练，只是不打印。
from trained import model, num_epochs, optimizer

# --8<-- [start:ask-the-optimizer]
managed = optimizer.param_groups[0]["params"]
updates = int(
    optimizer.state[model.cell.weight_ih]["step"]
)
print("epoch:", *range(1, num_epochs + 1))
print(
    "优化器管着的数: "
    f"{sum(p.numel() for p in managed)} 个"
)
print(f"改过的次数: {updates}")
# --8<-- [end:ask-the-optimizer]
