"""学习率大了会越走越远。"""

# --8<-- [start:big-step]
for lr in (0.01, 0.1, 0.12):
    w = 1.0
    for _ in range(10):
        w = w - lr * 2 * (3 * w - 6) * 3
    print(f"学习率 {lr}：每步乘 {1 - 18 * lr:.2f}，走 10 步，w 是 {w:.4f}")
# --8<-- [end:big-step]
