"""w 用了许多次，梯度里就有 w 的许多次方。"""

# --8<-- [start:powers]
print("间隔    w = 0.9    w = 1.1")
for lag in (1, 10, 20, 50, 100):
    print(
        f"{lag:4}  {0.9**lag:9.5f}  {1.1**lag:9.2f}"
    )
# --8<-- [end:powers]
