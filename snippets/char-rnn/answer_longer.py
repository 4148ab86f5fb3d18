"""种子 0 与 4 多训练一些轮，会写对吗。"""

from training import train

# --8<-- [start:longer]
for seed in [0, 4]:
    history = train(seed, num_epochs=300)
    for epoch in [15, 30, 300]:
        predicted, losses, _ = history[epoch - 1]
        print(
            f"种子 {seed}，"
            f"第 {epoch:3} 轮: {predicted}, "
            f"loss={sum(losses):.2f}"
        )
    written = sorted(
        {row[0] for row in history[29:]}
    )
    print(
        f"种子 {seed}，"
        f"第 30 到 300 轮写过: {written}"
    )
# --8<-- [end:longer]
