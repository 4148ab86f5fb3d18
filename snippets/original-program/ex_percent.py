"""练习：百分号格式怎样舍入。"""

# --8<-- [start:by-hand]
for loss in (2.09964946, 2.09964946 + 0.000001):
    old = "%.4f" % loss  # noqa: UP031
    print(
        f"{loss:.8f} -> {old}，"
        f"f-string 相同: {old == f'{loss:.4f}'}"
    )
print("%d" % 2.9)  # noqa: UP031
# --8<-- [end:by-hand]
